import { request as ask, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { AT_ONCE } from '../../src/app/network-line.ts'
import { makeLog } from '../../src/app/log.ts'
import { drain, makeServer, type Handler } from '../../src/app/server.ts'
import { countable } from '../../src/insight/tallies.ts'

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer }
let server: Server | null = null
const lines: string[] = []

async function start(handler: Handler, clock?: () => number, proxies = 0): Promise<number> {
  lines.length = 0
  const log = makeLog('debug', (line) => lines.push(line))
  server = makeServer({ handler, log, tiles: null, secure: false, proxies, ...(clock ? { clock } : {}) })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = ask({ port, host: '127.0.0.1', path, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

const page: Handler = (_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end('<p>Sale</p>'.repeat(400))
}

afterEach(async () => {
  if (server) await drain(server)
  server = null
})

describe('the server', () => {
  it('answers from memory within a second, and afresh after it', async () => {
    let made = 0
    let now = 0
    const port = await start(
      (_request, response) => void response.end(`page ${++made}`),
      () => now,
    )
    const read = async () => (await get(port, '/search?what=tea')).body.toString()
    expect([await read(), await read()]).toEqual(['page 1', 'page 1'])
    now = 1001
    expect(await read()).toBe('page 2')
  })

  it('makes a page once for requests that arrive together', async () => {
    let made = 0
    const port = await start(
      (_request, response) => void setTimeout(() => response.end(`page ${++made}`), 30),
    )
    const all = await Promise.all(Array.from({ length: 20 }, () => get(port, '/')))
    expect([made, new Set(all.map((it) => it.body.toString())).size]).toEqual([1, 1])
  })

  it('lets one network search so often at once, in turn, and nobody else wait for it', async () => {
    let [under, most, made] = [0, 0, 0]
    const port = await start(
      (_request, response) => {
        most = Math.max(most, ++under)
        setTimeout(() => void (under--, response.end(`page ${++made}`)), 20)
      },
      undefined,
      1,
    )
    const from = (address: string, path: string) => get(port, path, { 'x-forwarded-for': address })
    const many = Array.from({ length: 30 }, (_, i) => from(`203.0.113.${i}`, `/search?what=${i}`))
    const other = await from('198.51.100.7', '/cy/search?what=tea')
    expect(made, 'the first six and one of the others').toBeLessThanOrEqual(2 * AT_ONCE + 1)
    expect(other.status).toBe(200)
    expect((await Promise.all(many)).every(({ status }) => status === 200)).toBe(true)
    expect(most).toBeLessThanOrEqual(AT_ONCE + 1)
    most = 0
    await Promise.all(Array.from({ length: 20 }, (_, i) => from('10.0.0.7', `/search?what=b${i}`)))
    expect(most, 'a proxy of our own is everybody').toBeGreaterThan(AT_ONCE)
  })

  const never: [string, Record<string, string>, Handler][] = [
    ['a request with a cookie', { cookie: 'a=1' }, page],
    ['an answer that sets one', {}, (_q, r) => void r.setHeader('set-cookie', 'a=1').end('x')],
    [
      'an answer that is not to be stored',
      {},
      (_q, r) => void r.setHeader('cache-control', 'no-store').end('x'),
    ],
    ['an error', {}, (_q, r) => void r.writeHead(404).end('x')],
  ]
  it.each(never)('keeps nothing of %s', async (_name, headers, handler) => {
    let made = 0
    const port = await start((request, response) => (made++, handler(request, response)))
    await get(port, '/search', headers)
    await get(port, '/search', headers)
    expect(made).toBe(2)
  })

  const encodings: [string, string | undefined, (body: Buffer) => Buffer][] = [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['', undefined, (body) => body],
  ]
  it.each(encodings)('encodes for "%s" as %s', async (accepts, encoding, decode) => {
    const port = await start(page)
    const got = await get(port, '/', { 'accept-encoding': accepts })
    expect(got.headers['content-encoding']).toBe(encoding)
    expect(decode(got.body).toString()).toBe('<p>Sale</p>'.repeat(400))
    expect(got.headers.vary).toBe('accept-encoding')
  })

  it('compresses a built script once and gives the whole of it to whoever asks for a part', async () => {
    let made = 0
    const script: Handler = (request, response) => {
      made++
      expect(request.headers.range).toBeUndefined()
      response.setHeader('content-type', 'text/javascript')
      response.end('let tea = 1;'.repeat(400))
    }
    const port = await start(script, () => 0)
    const one = await get(port, '/_astro/map.abc123.js', { 'accept-encoding': 'br', range: 'bytes=0-10' })
    const two = await get(port, '/_astro/map.abc123.js', { 'accept-encoding': 'br', 'if-none-match': 'x' })
    expect([one.status, two.status, made]).toEqual([200, 200, 1])
    expect(brotliDecompressSync(two.body).toString()).toHaveLength(4800)
  })

  it('carries a policy without exceptions on every answer', async () => {
    const port = await start(page)
    for (const path of ['/', '/healthz', '/%zz', '/favicon.svg']) {
      const { headers } = await get(port, path)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|data:|http/)
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })

  const refused: [string, string, Record<string, string>, number][] = [
    ['DELETE', '/', {}, 405],
    ['TRACE', '/', {}, 405],
    ['GET', `/${'a'.repeat(9000)}`, {}, 414],
    ['GET', '/%', {}, 400],
    ['GET', '/%ff', {}, 400],
    ['GET', '/%00', {}, 400],
    ['GET', '//elsewhere.example', {}, 400],
    ['GET', '/..%5c..%5cetc', {}, 400],
    ['POST', '/', { 'content-length': '99999999' }, 413],
  ]
  it.each(refused)('%s %s', async (method, path, headers, status) => {
    let reached = false
    const port = await start(() => (reached = true))
    const got = await get(port, path, headers, method)
    expect([got.status, reached]).toEqual([status, false])
    expect(got.body.toString()).toMatch(/^[A-Z].*\.\n$/)
  })

  it.each(['', '/cy'])('answers the API of "%s" with problem+json', async (language) => {
    const port = await start(page)
    const got = await get(port, `${language}/api/search?what=${'a'.repeat(9000)}`)
    expect(got.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(got.headers['access-control-allow-origin']).toBe('*')
    expect(JSON.parse(got.body.toString())).toMatchObject({
      status: 414,
      detail: expect.stringMatching(/^The address/),
    })
  })

  it.each(['/report/kettle-on', '/report/kettle.on', '/_astro/a.js'])(
    'counts a body without a length as it comes, to %s too',
    async (path) => {
      const port = await start((request, response) => {
        request.resume()
        request.once('end', () => response.end('whole'))
      })
      const send = (bytes: number) =>
        get(port, path, { 'transfer-encoding': 'chunked' }, 'POST', 'a'.repeat(bytes))
      expect((await send(60_000)).body.toString()).toBe('whole')
      await expect(send(1_000_000)).rejects.toThrow()
    },
  )

  it('answers HEAD like GET, without the body', async () => {
    const port = await start(page)
    const got = await get(port, '/', {}, 'HEAD')
    expect([got.status, got.body.length, got.headers['content-length']]).toEqual([200, 0, '4400'])
  })

  it('tells the page that nobody reads what HEAD asks for, so that it is not counted', async () => {
    const counted: boolean[] = []
    const port = await start((request, response) => {
      counted.push(countable(new Headers(request.headers as Record<string, string>)))
      response.end('Sale')
    })
    for (const method of ['HEAD', 'GET'])
      await get(port, `/search?what=${method}`, { 'user-agent': 'Mozilla/5.0' }, method)
    expect(counted).toEqual([false, true])
  })

  it('says nothing of what was searched in its log', async () => {
    const port = await start(page)
    await get(port, '/search?what=zq-canary&where=M33')
    await get(port, '/listing/zq-canary')
    await get(port, '/zq-canary')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(lines.length).toBe(3)
    expect(lines.join('')).not.toMatch(/canary|M33|127\.0/)
  })

  it('turns a page that throws into a plain 500 without its reasons', async () => {
    const port = await start(() => {
      throw new Error('secret reason')
    })
    const got = await get(port, '/')
    expect(got.status).toBe(500)
    expect(got.body.toString()).not.toContain('secret')
  })

  it("shows the site's own page where one breaks half-way, and nothing of what was begun", async () => {
    const port = await start((request, response) => {
      if (request.url === '/500') return void response.end('our own page')
      response.write('half a page')
      response.write('Internal server error', () => response.destroy(new Error('secret reason')))
    })
    const got = await get(port, '/search?what=zq-canary')
    expect([got.status, got.body.toString()]).toEqual([500, 'our own page'])
    expect(lines.join('')).not.toContain('canary')
  })

  const brokenApi: [string, Handler][] = [
    [
      'throws',
      () => {
        throw new Error('secret reason')
      },
    ],
    [
      'answers with a page',
      (_request, response) =>
        void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>'),
    ],
  ]
  it.each(brokenApi)(
    'tells a program that it broke, as problem+json, where the site %s',
    async (_name, handler) => {
      const port = await start(handler)
      const got = await get(port, '/api/search')
      expect([got.status, got.headers['content-type']]).toEqual([
        500,
        'application/problem+json; charset=utf-8',
      ])
      expect(JSON.parse(got.body.toString())).toMatchObject({
        status: 500,
        title: 'Something broke on our side',
      })
    },
  )

  it('tells the site where a request comes from, whatever the request says of it', async () => {
    const port = await start((request, response) => void response.end(request.headers['x-fingerpost-from']))
    const forged = { 'x-fingerpost-from': '203.0.113.1', 'x-forwarded-for': '203.0.113.2' }
    expect((await get(port, '/search', forged)).body.toString()).toBe('127.0.0.1')
  })

  it('refuses the form of another site before the site sees it', async () => {
    let seen = 0
    const port = await start((_request, response) => void response.end(`page ${++seen}`))
    const form = { 'content-type': 'application/x-www-form-urlencoded', cookie: 'a=1' }
    const evil = await get(port, '/account', { ...form, 'sec-fetch-site': 'cross-site' }, 'POST', 'a=b')
    expect([evil.status, seen]).toEqual([403, 0])
    const ours = await get(port, '/account', { ...form, 'sec-fetch-site': 'same-origin' }, 'POST', 'a=b')
    expect([ours.status, seen]).toEqual([200, 1])
  })

  it('lets a request under way finish when it is told to stop', async () => {
    const port = await start((_request, response) => void setTimeout(() => response.end('whole'), 100))
    const answer = get(port, '/')
    await new Promise((resolve) => setTimeout(resolve, 30))
    if (server) await drain(server)
    server = null
    expect((await answer).body.toString()).toBe('whole')
  })
})
