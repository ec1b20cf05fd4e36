/** Fetching from servers that misbehave in every way. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchPage, fetchToFile, forOneFeed } from '../../../src/imports/fetching/fetch.ts'
import type { Fetching } from '../../../src/imports/fetching/outcome.ts'
import { quick, serve, status, type Page, type Web } from '../web-server.ts'

let web: Web | null = null
afterEach(async () => web?.close())

const start = async (page: Page): Promise<string> => (web = await serve(page)).base
const to = (location: string, code = 302): Page => status(code, '', { location })
const packed = (encoding: string, body: Buffer): Page => {
  return (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body)
}
/** Another page each time it is asked; the last one stays. */
const inTurn = (...pages: Page[]): Page => {
  let at = 0
  return (request, response) => (pages[Math.min(at++, pages.length - 1)] ?? status(500))(request, response)
}
const text = (got: Awaited<ReturnType<typeof fetchPage>>): string =>
  got.is === 'page'
    ? got.bytes.toString()
    : `${got.kind}: ${got.why.replace(/http:\/\/127\.0\.0\.1:\d+/, '…')}`

const ten = 'x'.repeat(10_000)
const small = { pageBytes: 50_000, idleMs: 150, bodyMs: 400 }
const drip: Page = (_, response) => {
  response.writeHead(200)
  const timer = setInterval(() => response.write('.'), 40)
  response.on('close', () => clearInterval(timer))
}
const half: Page = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('x'.repeat(500), () => response.destroy())
}

describe('a server that', () => {
  const cases: [what: string, page: Page, said: string, asked?: number][] = [
    ['answers', status(200, 'hello'), 'hello', 1],
    ['packs with gzip', packed('gzip', gzipSync('hello')), 'hello'],
    ['packs with deflate', packed('deflate', deflateSync('hello')), 'hello'],
    ['packs with brotli', packed('br', brotliCompressSync('hello')), 'hello'],
    ['packs in a way of its own', packed('zipped', Buffer.from('x')), 'packed: …/ sends a body packed as "zipped".', 1],
    ['names "__proto__" as its packing', packed('__proto__', Buffer.from('x')), 'packed: …/ sends a body packed as "__proto__".'],
    ['lies about its packing', packed('gzip', Buffer.from('hello')), 'packed: …/ sends a body that cannot be unpacked.', 1],
    ['sends a bomb of gzip', packed('gzip', gzipSync(Buffer.alloc(20_000_000))), 'large: …/ sends more than 50,000 bytes.', 1],
    ['sends a bomb of brotli', packed('br', brotliCompressSync(Buffer.alloc(20_000_000))), 'large: …/ sends more than 50,000 bytes.', 1],
    ['sends too much', status(200, ten.repeat(10)), 'large: …/ sends more than 50,000 bytes.', 1],
    ['breaks off', half, 'cut-off: …/ broke off before its end.', 4],
    ['breaks off once', inTurn(half, status(200, 'hello')), 'hello', 2],
    ['breaks off inside gzip', packed('gzip', gzipSync(ten).subarray(0, 20)), 'cut-off: …/ broke off before its end.', 4],
    ['says nothing', () => undefined, 'late: …/ sent nothing for 1 seconds.', 4],
    ['drips', drip, 'late: …/ was not done after 1 seconds.', 4],
    ['is ill twice', inTurn(status(500), status(503), status(200, 'hello')), 'hello', 3],
    ['is ill for good', status(500), 'status: …/ answered 500 (asked 4 times).', 4],
    ['has no such page', status(404), 'status: …/ answered 404.', 1],
    ['answers with nothing', status(204), 'status: …/ answered 204.', 1],
    ['asks us to wait', inTurn(status(429, '', { 'retry-after': '7' }), status(200, 'hello')), 'hello', 2],
    ['asks us to come tomorrow', status(429, '', { 'retry-after': '86400' }), 'status: …/ answered 429 and asks us to come back later.', 1],
    ['asks us to wait for ever', status(503, '', { 'retry-after': '999999999' }), 'status: …/ answered 503 and asks us to come back later.', 1],
    ['leads within itself', inTurn(to('/there?x=1'), status(200, 'hello')), 'hello', 2],
    ['leads in circles', to('/'), 'redirect: …/ leads on more than 5 times.', 6],
    ['leads to another host', to('http://localhost/'), 'redirect: …/ leads to another host, localhost.', 1],
    ['leads to the metadata of a cloud', to('http://169.254.169.254/latest/'), 'redirect: …/ leads to another host, 169.254.169.254.', 1],
    ['leads to another port', to('http://127.0.0.1:9999/'), 'redirect: …/ leads to another port.', 1],
    ['leads to a file', to('file:///etc/passwd'), 'redirect: …/ leads to an address that cannot be asked.', 1],
    ['leads with a password', to('http://a:b@127.0.0.1/'), 'redirect: …/ leads to an address that cannot be asked.', 1],
  ] // prettier-ignore
  test.each(cases)('%s', async (_, page, said, asked) => {
    const base = await start(page)
    const got = await fetchPage(`${base}/`, quick({ limits: small }))
    expect(text(got)).toBe(said)
    if (asked !== undefined) expect(web?.asked.length).toBe(asked)
  })
})

test('pauses grow, and are as long as the server asks where it asks for more', async () => {
  const base = await start(inTurn(status(500), status(503, '', { 'retry-after': '30' }), status(502)))
  const asking = quick()
  await fetchPage(base, asking)
  expect(asking.waits).toEqual([1000, 30_000, 4000])
})

test('it says who asks, and sends no cookie', async () => {
  const base = await start(inTurn(status(302, '', { location: '/a', 'set-cookie': 'a=b' }), status(200)))
  await fetchPage(base, quick())
  expect(web?.headers.map((it) => [it['user-agent'], it.cookie, it.host])).toEqual(
    Array(2).fill(['fingerpost/1.0 (tests)', undefined, base.slice(7)]),
  )
})

describe('an address', () => {
  const known: Fetching['lookup'] = (host) => {
    const of: { [name: string]: string[] } = {
      'inside.test': ['10.0.0.1'],
      'both.test': ['8.8.8.8', '127.0.0.1'],
      'cloud.test': ['169.254.169.254'],
      'mapped.test': ['::ffff:127.0.0.1'],
    }
    if (of[host] === undefined) return Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))
    return Promise.resolve(of[host].map((address) => ({ address, family: 4 })))
  }
  test.each<[string, boolean, string]>([
    ['http://127.0.0.1/feed', false, 'private'],
    ['http://2130706433/feed', false, 'private'],
    ['http://[::1]/feed', false, 'private'],
    ['http://inside.test/feed', false, 'private'],
    ['http://both.test/feed', false, 'private'],
    ['http://cloud.test/feed', false, 'private'],
    ['http://cloud.test/feed', true, 'private'],
    ['http://169.254.169.254/latest/meta-data', true, 'private'],
    ['http://168.63.129.16/machine', true, 'private'],
    ['http://[fd00:ec2::254]/latest/meta-data', true, 'private'],
    ['http://[fd20:ce::254]/computeMetadata/v1/', true, 'private'],
    ['http://[fd00:c1::a9fe:a9fe]/opc/v2/', true, 'private'],
    ['http://mapped.test/', true, 'private'],
    ['http://[::ffff:127.0.0.1]/', true, 'private'],
    ['http://0.0.0.0/', true, 'private'],
    ['http://nowhere.test/', false, 'no-such-host'],
    ['http://user:secret@inside.test/', false, 'address'],
    ['http://inside.test:25/', true, 'address'],
    ['file:///etc/passwd', true, 'address'],
    ['javascript:alert(1)', true, 'address'],
    ['not an address', true, 'address'],
  ])('%s (private ones allowed: %s) is not asked: %s', async (address, allowPrivate, kind) => {
    const got = await fetchPage(address, quick({ allowPrivate, lookup: known, limits: { tries: 1 } }))
    expect(got).toMatchObject({ is: 'failed', kind })
    expect(JSON.stringify(got)).not.toContain('secret')
  })

  test('is named without what stands behind its question mark', async () => {
    const base = await start(status(404))
    const got = await fetchPage(`${base}/services?key=hunter2`, quick())
    expect(got).toMatchObject({ why: `${base}/services answered 404.` })
  })
})

test('when the time of the whole feed is over, nothing is asked any more', async () => {
  const base = await start(drip)
  const feed = forOneFeed(quick({ limits: { feedMs: 120 } }))
  expect(text(await fetchPage(base, feed))).toMatch(/^late: .*time of the feed was over/)
  expect(web?.asked.length).toBe(1)
})

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-fetch-'))
  const path = join(folder, 'register.csv')
  afterEach(() => readdirSync(folder).forEach((name) => rmSync(join(folder, name))))

  test('is there when all of it is, and asked for again only when it changed', async () => {
    const base = await start((request, response) =>
      request.headers['if-none-match'] === '"one"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"one"', 'content-type': 'text/csv; charset=utf-8' }).end(ten),
    )
    const got = await fetchToFile(base, path, quick())
    expect(got).toEqual({
      is: 'file',
      path,
      bytes: 10_000,
      type: 'text/csv',
      version: { etag: '"one"', lastModified: null },
    })
    expect(readFileSync(path, 'utf8')).toBe(ten)
    expect(await fetchToFile(base, path, quick(), { etag: '"one"', lastModified: null })).toEqual({
      is: 'unchanged',
    })
  })

  test.each<[string, Page, string]>([
    ['broke off', half, 'cut-off'],
    ['was too large', packed('gzip', gzipSync(Buffer.alloc(9_000_000))), 'large'],
  ])('is not there when it %s', async (_, page, kind) => {
    const base = await start(page)
    const got = await fetchToFile(base, path, quick({ limits: { fileBytes: 1_000_000 } }))
    expect(got).toMatchObject({ is: 'failed', kind })
    expect(existsSync(path)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  test('that cannot be written is the fault of the disk, and thrown', async () => {
    const base = await start(status(200, ten))
    await expect(fetchToFile(base, join(folder, 'no', 'such', 'x'), quick())).rejects.toThrow(/ENOENT/)
  })
})
