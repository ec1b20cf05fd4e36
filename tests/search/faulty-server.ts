/**
 * A small HTTP server that does what a search server must never do. While it is told to be well it passes everything on
 * to a real Meilisearch where it has one, else it gives one answer to every question.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What it does to whoever asks, in the words of a person. */
export const FAULTS = [
  'refuses connections',
  'takes five seconds',
  'hangs',
  'hangs at every question but how it is',
  'hangs at searches only',
  'hangs in the middle of an answer',
  'breaks off in the middle of an answer',
  'resets the connection',
  'answers 500',
  'answers 503 and asks for two seconds',
  'answers 503 as a page',
  'answers a page',
  'answers nothing at all',
  'answers other JSON',
  'answers ids that are no text',
  'answers a total that is no number',
  'answers a list of the wrong length',
  'does not know the key',
  'has revoked the key',
  'has no such index',
] as const
export type Fault = (typeof FAULTS)[number]

export type FaultyServer = {
  url: string
  does(what: Fault | 'well'): Promise<void>
  /** Questions that came. */
  asked(): number
  /** Those whose answer somebody still waits for. */
  waiting(): number
  /** Connections. */
  open(): number
  close(): Promise<void>
}

/** What a well server without a Meilisearch behind it answers to `body`. */
type Answer = (body: unknown) => unknown | Promise<unknown>

const PAGE = '<!doctype html><title>Bad gateway</title><p>Please come back later.'
const json = { 'content-type': 'application/json' }
const error = (code: string) => JSON.stringify({ message: 'A sentence.', code, type: 'x', link: 'x' })

export async function startFaulty(well: { url: string } | { answer: Answer }): Promise<FaultyServer> {
  let fault: Fault | 'well' = 'well'
  let asked = 0
  let waiting = 0
  let port = 0
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => {
    waiting++
    response.once('close', () => waiting--)
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => void chunks.push(chunk))
    incoming.on('end', () => {
      asked++
      const body = Buffer.concat(chunks)
      if (fault === 'well' || isSpared(fault, body)) void good(well, incoming, body, response)
      else bad(fault, body, response)
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  const silence = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      sockets.forEach((socket) => socket.destroy())
    })
  await listen()
  port = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${port}`,
    async does(what) {
      fault = what
      if (what === 'refuses connections') await silence()
      else if (!server.listening) await listen()
    },
    asked: () => asked,
    waiting: () => waiting,
    open: () => sockets.size,
    close: () => (server.listening ? silence() : Promise.resolve()),
  }
}

/** Whether it answers this one all the same. */
function isSpared(fault: Fault, body: Buffer): boolean {
  const isLook = body.includes('applied EXISTS')
  if (fault === 'hangs at every question but how it is') return isLook
  return fault === 'hangs at searches only' && (isLook || questionsIn(body).every(isSuggestion))
}

const isSuggestion = (question: unknown): boolean => {
  const { attributesToSearchOn: on } = question as { attributesToSearchOn?: unknown }
  return Array.isArray(on) && ['name', 'group', 'place'].includes(String(on))
}

async function good(
  well: { url: string } | { answer: Answer },
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  if ('answer' in well) {
    const answer = await well.answer(body.length === 0 ? null : JSON.parse(body.toString()))
    return void response.writeHead(200, json).end(JSON.stringify(answer))
  }
  const { method, url, headers } = incoming
  const passed = request(new URL(url ?? '/', well.url), { method, headers }, (it) => {
    response.writeHead(it.statusCode ?? 502, it.headers)
    it.pipe(response)
  })
  passed.on('error', () => response.destroy())
  passed.end(body)
}

function bad(fault: Fault, body: Buffer, response: ServerResponse): void {
  const say = (status: number, body: string, headers: Record<string, string> = json) =>
    void response.writeHead(status, headers).end(body)
  const hit = { listing: 'choir', points: [], confirmedAt: null, doubtedFrom: null, capacity: null }
  const results = (...all: object[]) => say(200, JSON.stringify({ results: all }))
  /** As many answers as there are questions: what is wrong is to be the answer itself. */
  const each = (answer: object) => results(...questionsIn(body).map(() => answer))
  const half = () => {
    response.writeHead(200, { ...json, 'content-length': '5000' })
    response.write('{"results":[{"hits":[{"listing":"cho')
  }
  const acts: { [F in Fault]: () => void } = {
    'refuses connections': () => response.destroy(),
    'takes five seconds': () => void setTimeout(() => each({ hits: [], totalHits: 0 }), 5000).unref(),
    hangs: () => undefined,
    'hangs at every question but how it is': () => undefined,
    'hangs at searches only': () => undefined,
    'hangs in the middle of an answer': half,
    'breaks off in the middle of an answer': () => {
      half()
      setTimeout(() => response.destroy(), 20)
    },
    'resets the connection': () => void response.socket?.resetAndDestroy(),
    'answers 500': () => say(500, error('internal')),
    'answers 503 and asks for two seconds': () =>
      say(503, error('too_busy'), { ...json, 'retry-after': '2' }),
    'answers 503 as a page': () => say(503, PAGE, { 'content-type': 'text/html', 'retry-after': '2' }),
    'answers a page': () => say(200, PAGE, { 'content-type': 'text/html' }),
    'answers nothing at all': () => say(200, ''),
    'answers other JSON': () => say(200, '{"hello":["world"]}'),
    'answers ids that are no text': () => each({ hits: [{ ...hit, listing: 7 }], totalHits: 1 }),
    'answers a total that is no number': () => each({ hits: [hit], totalHits: 'many' }),
    'answers a list of the wrong length': () => results(),
    'does not know the key': () => say(401, error('missing_authorization_header')),
    'has revoked the key': () => say(403, error('invalid_api_key')),
    'has no such index': () => say(404, error('index_not_found')),
  }
  acts[fault]()
}

export function questionsIn(body: Buffer | unknown): unknown[] {
  const read: unknown = Buffer.isBuffer(body) && body.length > 0 ? JSON.parse(body.toString()) : body
  const { queries } = (read ?? {}) as { queries?: unknown }
  return Array.isArray(queries) ? queries : [read]
}
