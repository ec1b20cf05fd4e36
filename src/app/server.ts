/**
 * Our own small HTTP server round the built site: guards, headers, a short cache, compression, health, an access log
 * without queries, and an end that lets requests under way finish. It shares nothing with the built site but the
 * environment and the database.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { capture, type Answer } from './captured.ts'
import { clientAddress, FROM_HEADER } from './client-address.ts'
import { isOurs, type Coming } from './cross-site.ts'
import { encode, encodingFor, worthEncoding, type Encoding } from './encode.ts'
import { BODY_MAX, readableQuery, refusal } from './guards.ts'
import { securityHeaders, setHeaders } from './headers.ts'
import { takeTurns } from './network-line.ts'
import { kindOfPath, type Log } from './log.ts'
import { KEEP_BUILT_MS, KEEP_MS, PageCache, type Made } from './page-cache.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown
export type ServerOptions = {
  handler: Handler
  log: Log
  tiles: string | null
  secure: boolean
  /** Public address, where it is set. */
  siteUrl?: string | null
  /** Proxies of our own in front. */
  proxies?: number
  clock?: () => number
}

/** Milliseconds a request may take to arrive, and the whole of it to be answered at the end of the process. */
const ARRIVE_MS = 20_000
const DRAIN_MS = 10_000

/** Scripts and styles of the build: compressed once and kept. */
const isBuilt = (path: string): boolean => /^\/_astro\/[^/]+\.(js|css|svg|json)$/.test(path)

/** Built files with a hash in their name, and whatever has an ending, are served as they are. */
const isFile = (path: string): boolean =>
  /\.[a-z0-9]{2,12}$/i.test(path) && !/^\/(site\.css|map\/|api\/)/.test(path)

/** Pages that search. */
const isSearch = (path: string): boolean => /^(\/cy)?\/(search|api\/(search|map|suggest))\/?$/.test(path)

export function makeServer(options: ServerOptions): Server {
  const { handler, log } = options
  const clock = options.clock ?? (() => performance.now())
  const cache = new PageCache(clock)
  const headers = securityHeaders(options)
  const turns = takeTurns()

  async function make(request: IncomingMessage, encoding: Encoding, keepFor: number): Promise<Made> {
    const api = isApi(request)
    const made = await capture(handler, request).catch((error: unknown) => broken(request, error))
    const answer = made.status >= 500 && api ? NO_ANSWER : made
    const type = String(answer.headers['content-type'] ?? '')
    const wanted = worthEncoding(type, answer.body.length) ? encoding : 'identity'
    const body = await encode(answer.body, wanted)
    const out = {
      ...answer.headers,
      'content-length': body.length,
      ...(wanted === 'identity' ? {} : { 'content-encoding': wanted }),
    }
    const keep =
      answer.status === 200 &&
      answer.headers['set-cookie'] === undefined &&
      answer.headers['cache-control'] !== 'no-store'
    const { status } = answer
    return { status, headers: { vary: 'accept-encoding', ...out }, body, keepFor: keep ? keepFor : 0 }
  }

  /** The site's own page for what broke; the plain sentence where even that one breaks. */
  function broken(request: IncomingMessage, error: unknown): Promise<Answer> {
    const { path } = addressOf(request)
    log('error', 'a page failed', { path: kindOfPath(path), why: reason(error) })
    const api = isApi(request)
    // What was asked for leaves the request here: whoever still writes of it to a log must not find it.
    request.url = path.startsWith('/cy') ? '/cy/500' : '/500'
    if (api) return Promise.resolve(NO_ANSWER)
    return capture(handler, request).then((page) => ({ ...page, status: 500 }))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url, path } = addressOf(request)
    setHeaders(response, headers)
    if (path === '/healthz') return plain(response, 200, 'ok')
    const refused = refusal({
      method: request.method ?? 'GET',
      url,
      length: request.headers['content-length'],
    })
    if (refused) return refuse(request, response, refused.status, refused.why)
    // Whatever was sent under this name is written over: the built site believes it.
    const from = clientAddress(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for'],
      options.proxies ?? 0,
    )
    request.headers[FROM_HEADER] = from
    if (!isOurs(comingOf(request, options.siteUrl ?? null))) return refuse(request, response, 403, NOT_OURS)
    request.url = readableQuery(url)
    const built = isBuilt(path)
    // First of all, whatever the address looks like: a body is counted.
    if (request.method !== 'GET' && request.method !== 'HEAD') return limited(request, response)
    if (isFile(path) && !built) return void (await handler(request, response))
    const encoding = encodingFor(request.headers['accept-encoding'])
    const shared =
      request.headers.cookie === undefined &&
      request.headers.authorization === undefined &&
      path !== '/readyz'
    const key = `${encoding} ${request.headers.host ?? ''} ${url}`
    // Node leaves the body out of an answer to HEAD by itself; the page is made, and kept, as for GET.
    if (request.method === 'HEAD') {
      request.method = 'GET'
      // Nobody reads it: it is counted as little as a page that is fetched ahead.
      request.headers['sec-purpose'] = 'prefetch'
    }
    // What is kept is the whole answer: not the part, or the "not changed", that this one browser asked for.
    for (const name of ['range', 'if-none-match', 'if-modified-since']) delete request.headers[name]
    const fresh = () => make(request, encoding, built ? KEEP_BUILT_MS : KEEP_MS)
    const made = (): Promise<Answer> => (shared ? cache.make(key, fresh) : fresh())
    const kept = shared ? cache.get(key) : null
    const page =
      kept ?? (isSearch(path) ? await turns.take(from, () => response.destroyed, made) : await made())
    if (page === null) {
      response.setHeader('retry-after', '2')
      return refuse(request, response, 429, TOO_MANY)
    }
    response.writeHead(page.status, page.headers)
    response.end(page.body)
  }

  /** Bodies without a length are counted as they come. */
  function limited(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > BODY_MAX) request.destroy()
    })
    request.pause()
    return Promise.resolve(handler(request, response)).then(() => undefined)
  }

  const server = createServer(
    { requestTimeout: ARRIVE_MS, headersTimeout: ARRIVE_MS, keepAliveTimeout: 5000 },
    (request, response) => {
      const began = clock()
      const { path } = addressOf(request)
      const method = request.method ?? '?'
      response.once('close', () => {
        const ms = Math.round(clock() - began)
        log('info', 'answered', { method, path: kindOfPath(path), status: response.statusCode, ms })
      })
      answer(request, response).catch((error: unknown) => {
        log('error', 'a page failed', { path: kindOfPath(path), why: reason(error) })
        if (!response.headersSent)
          plain(response, 500, 'Something went wrong here. Please try again in a minute.')
        else response.destroy()
      })
    },
  )
  return server
}

const TOO_MANY = 'Too many searches at once came from your network. Please try again in a moment.'
const NOT_OURS = 'This was sent from another site. Open our page and press the button there.'

function comingOf({ method, headers }: IncomingMessage, siteUrl: string | null): Coming {
  const { origin, host, cookie } = headers
  const site = headers['sec-fetch-site']
  return {
    method: method ?? 'GET',
    site: site === undefined ? undefined : String(site),
    origin,
    host,
    cookie: cookie !== undefined,
    siteUrl,
  }
}

const isApi = (request: IncomingMessage): boolean => /^(\/cy)?\/api\//.test(request.url ?? '')

/** Any page may read what went wrong, as it may read the answer. */
const TO_PROGRAMS = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
}

/** What a program is told when something broke: never a page. */
const NO_ANSWER: Answer = {
  status: 500,
  headers: TO_PROGRAMS,
  body: Buffer.from(
    JSON.stringify({
      type: 'about:blank',
      title: 'Something broke on our side',
      status: 500,
      detail: 'It is not your request. Please try again in a minute.',
    }),
  ),
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function addressOf(request: IncomingMessage): { url: string; path: string } {
  const url = request.url ?? '/'
  return { url, path: url.split('?', 1)[0] ?? '/' }
}

function plain(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${words}\n`)
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, why: string): void {
  response.setHeader('connection', 'close')
  if (isApi(request)) {
    response.writeHead(status, TO_PROGRAMS)
    response.end(JSON.stringify({ type: 'about:blank', title: 'Not answered', status, detail: why }))
  } else plain(response, status, why)
}

/** Stops taking requests, lets those under way finish for at most ten seconds. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    // A connection that has had its answer stays open for the next request: it would hold us up for seconds.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
