/** Looks at a server that misbehaves in every way, over real sockets. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { userAgent } from '../../src/app/user-agent.ts'
import { readConfig } from '../../src/app/config.ts'
import { readSite } from '../../src/app/site.ts'
import { checkLinks } from '../../src/reviews/links/check.ts'
import { look, type Visit } from '../../src/reviews/links/look.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, only } from '../store/made.ts'

type Page = (request: IncomingMessage, response: ServerResponse) => unknown
const status =
  (code: number, body = '', headers: Record<string, string> = {}): Page =>
  (_, response) =>
    response.writeHead(code, headers).end(body)
const to =
  (location: string, code = 302): Page =>
  (_, response) =>
    response.writeHead(code, { location }).end()

/** By name of the host; "robots" answers /robots.txt, which otherwise is not there. */
let sites: { [host: string]: { page: Page; robots?: Page } } = {}
let asked: { host: string; method: string; path: string; agent: string }[] = []
let server: Server
let port = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    const host = (request.headers.host ?? '').split(':')[0] ?? ''
    const { method = '', url = '' } = request
    asked.push({ host, method, path: url, agent: request.headers['user-agent'] ?? '' })
    const site = sites[host]
    if (url === '/robots.txt') (site?.robots ?? status(404))(request, response)
    else (site?.page ?? status(200, 'hello'))(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  sites = {}
  asked = []
})

const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }))
const lookup: Visit['lookup'] = (host) => {
  if (host.startsWith('nowhere')) return failing('ENOTFOUND')
  if (host.startsWith('later')) return failing('EAI_AGAIN')
  if (host === 'inside.test') return Promise.resolve([{ address: '10.0.0.1', family: 4 }])
  if (host === 'both.test')
    return Promise.resolve([
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ])
  return Promise.resolve([{ address: '127.0.0.1', family: 4 }])
}
const visit = (over: Partial<Visit> = {}): Visit => ({
  userAgent: 'fingerpost/1.0',
  timeout: 300,
  between: 0,
  robots: new Map(),
  asked: new Map(),
  lookup,
  allowPrivate: (host) => host.endsWith('.here'),
  ...over,
})
const at = (host: string, path = '/') => `http://${host}:${port}${path}`
const requests = () => asked.map(({ method, path }) => `${method} ${path}`).join(', ')

describe('a site that', () => {
  const cases: [what: string, page: Page, is: object, requests?: string][] = [
    ['works', status(200, 'x'), { is: 'works' }, 'GET /robots.txt, HEAD /'],
    [
      'knows no HEAD',
      (q, r) => (q.method === 'HEAD' ? status(405) : status(200))(q, r),
      { is: 'works' },
      'GET /robots.txt, HEAD /, GET /',
    ],
    ['says 501 to HEAD', (q, r) => (q.method === 'HEAD' ? status(501) : status(200))(q, r), { is: 'works' }],
    [
      'says 404 to HEAD only',
      (q, r) => (q.method === 'HEAD' ? status(404) : status(200))(q, r),
      { is: 'works' },
    ],
    ['has no such page', status(404), { is: 'gone', why: '404' }, 'GET /robots.txt, HEAD /, GET /'],
    ['says it is gone for good', status(410), { is: 'gone', why: '410' }],
    ['wants a password', status(401), { is: 'works' }],
    ['wants no programs', status(403), { is: 'unsure', why: '403' }],
    ['has had enough', status(429), { is: 'unsure', why: '429' }],
    ['is broken', status(500), { is: 'unsure', why: '500' }],
    ['is being mended', status(503, '', { 'retry-after': '3600' }), { is: 'unsure', why: '503' }],
    ['never answers', () => undefined, { is: 'unsure', why: 'ABORT_ERR' }],
    ['hangs up', (q) => q.socket.destroy(), { is: 'unsure', why: 'ECONNRESET' }],
    ['talks nonsense', (q) => q.socket.end('hello\r\n\r\n'), { is: 'unsure', why: 'HPE_INVALID_CONSTANT' }],
    [
      'leads on to a page of its own',
      (q, r) => (q.url === '/' ? to('/home') : status(200))(q, r),
      { is: 'works' },
      'GET /robots.txt, HEAD /, HEAD /home',
    ],
    ['leads round in a circle', to('/'), { is: 'unsure', why: 'redirects' }],
    ['leads nowhere', to('http://['), { is: 'unsure', why: 'redirect' }],
    ['leads to a file', to('file:///etc/passwd'), { is: 'not-asked', why: 'address' }],
    ['leads into a private network', to('http://inside.test/'), { is: 'not-asked', why: 'private' }],
    [
      'leads to the metadata of a cloud',
      to('http://169.254.169.254/latest'),
      { is: 'not-asked', why: 'private' },
    ],
    ['leads to our own machine', to('http://[::1]/'), { is: 'not-asked', why: 'private' }],
    [
      'leads to a name that is public and ours at once',
      to('http://both.test/'),
      { is: 'not-asked', why: 'private' },
    ],
    ['leads to a name that is gone', to('http://nowhere.test/'), { is: 'gone', why: 'no-such-host' }],
    ['leads to another port', to('http://elsewhere.test:22/'), { is: 'not-asked', why: 'private' }],
    ['never stops talking', (_, r) => void drip(r), { is: 'works' }],
  ]
  test.each(cases)('%s', async (_, page, is, all) => {
    sites = { 'kettle.here': { page } }
    expect(await look(at('kettle.here'), visit())).toEqual(is)
    if (all !== undefined) expect(requests()).toBe(all)
  })
  test('leads to somebody who sells the name', async () => {
    sites = {
      'kettle.here': { page: (q, r) => to(at('seller.here'))(q, r) },
      'seller.here': { page: status(200, '<p>kettle.here: this domain is for sale</p>') },
    }
    expect(await look(at('kettle.here'), visit())).toEqual({ is: 'gone', why: 'parked' })
  })
  test('leads on six times', async () => {
    sites = { 'kettle.here': { page: (q, r) => to(`${q.url}x`)(q, r) } }
    expect(await look(at('kettle.here'), visit())).toEqual({ is: 'unsure', why: 'redirects' })
    expect(asked.filter(({ path }) => path !== '/robots.txt')).toHaveLength(6)
  })
})

/** A body without an end. */
function drip(response: ServerResponse): void {
  if (response.req.method === 'HEAD') return void response.writeHead(405).end()
  response.writeHead(200)
  const timer = setInterval(() => response.write('x'.repeat(20_000)), 1)
  response.once('close', () => clearInterval(timer))
}

describe('robots.txt that', () => {
  const cases: [what: string, robots: Page, is: object, pages: number][] = [
    ['is not there', status(404), { is: 'works' }, 1],
    ['closes all', status(200, 'User-agent: *\nDisallow: /'), { is: 'not-asked', why: 'robots' }, 0],
    ['is forbidden', status(403), { is: 'works' }, 1],
    ['is broken', status(500), { is: 'unsure', why: '500' }, 0],
    ['never answers', () => undefined, { is: 'unsure', why: 'ABORT_ERR' }, 0],
    ['is elsewhere', to('/other-robots.txt'), { is: 'works' }, 2],
    ['goes round in a circle', to('/robots.txt'), { is: 'works' }, 1],
  ]
  test.each(cases)('%s', async (_, robots, is, pages) => {
    sites = { 'kettle.here': { page: status(200), robots } }
    expect(await look(at('kettle.here'), visit())).toEqual(is)
    expect(asked.filter(({ path }) => path !== '/robots.txt')).toHaveLength(pages)
  })
})

test.each<[string, object]>([
  ['http://nowhere.here/', { is: 'gone', why: 'no-such-host' }],
  ['http://later.here/', { is: 'unsure', why: 'EAI_AGAIN' }],
  ['http://127.0.0.1/', { is: 'not-asked', why: 'private' }],
  ['http://localhost.test/', { is: 'not-asked', why: 'private' }],
  ['http://2130706433/', { is: 'not-asked', why: 'private' }],
  ['http://user:secret@kettle.here/', { is: 'not-asked', why: 'address' }],
  ['ftp://kettle.here/', { is: 'not-asked', why: 'address' }],
  ['javascript:alert(1)', { is: 'not-asked', why: 'address' }],
  ['nothing', { is: 'not-asked', why: 'address' }],
])('%s', async (url, is) => {
  expect(await look(url, visit())).toEqual(is)
  expect(asked).toEqual([])
})

test('the address that was checked is the one that is asked, whatever the name says a moment later', async () => {
  let times = 0
  const rebinding: Visit['lookup'] = async () => {
    times += 1
    return [{ address: times === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
  }
  // The first look-up is of robots.txt: it alone reaches the server.
  const found = await look(at('kettle.here'), visit({ lookup: rebinding, allowPrivate: () => times === 0 }))
  expect(found).toEqual({ is: 'not-asked', why: 'private' })
  expect(requests()).toBe('GET /robots.txt')
})

test('we say who asks, and whom to write to', () => {
  const config = readConfig({ SITE_URL: 'https://directory.example.org' })
  const site = readSite()
  expect(userAgent({ site: { ...site, name: 'Cyfeiriadur Môn\r\nX: y' }, config }, 'link check')).toBe(
    'fingerpost/1.0 (Cyfeiriadur MnX: y link check; +https://directory.example.org; directory@example.org)',
  )
})

onEachDatabase('a run', ({ open }) => {
  const DAY = 86_400_000
  const START = Date.parse('2026-11-01T09:00:00Z')
  const run = (store: Store, day: number, over: Partial<Visit> = {}) =>
    checkLinks(store, { ...visit(over), now: () => new Date(START + day * DAY), words: 'It was gone.' })
  const kinds = async (store: Store) => (await only(store, 'a')).signals.map(({ kind }) => kind)

  test('tells of a website that is gone, and takes it back when it works again', async () => {
    const store = await open()
    await store.add([
      aNew('a', { website: at('gone.here') }),
      aNew('same', { website: at('gone.here') }),
      aNew('b', { website: at('fine.here') }),
      aNew('none'),
      aNew('ended', { website: at('ended.here'), status: 'ended' }),
    ])
    sites = { 'gone.here': { page: status(404) } }
    expect(await run(store, 0)).toEqual({ looked: 2, raised: 0, cleared: 0 })
    expect(asked.filter(({ host }) => host === 'ended.here')).toEqual([])
    expect(await run(store, 1), 'nothing is due').toEqual({ looked: 0, raised: 0, cleared: 0 })
    await run(store, 4)
    expect(await kinds(store)).toEqual([])
    expect(await run(store, 8)).toMatchObject({ raised: 2 })
    expect(await kinds(store)).toEqual(['dead-link'])
    expect(await store.matters.list({ state: 'open' })).toHaveLength(2)
    await run(store, 22)
    expect(await store.matters.list({ state: 'open' }), 'told once').toHaveLength(2)
    sites = {}
    expect(await run(store, 36)).toMatchObject({ cleared: 2 })
    expect(await kinds(store)).toEqual([])
    expect(await store.matters.list({ state: 'open' })).toEqual([])
  })

  test('follows listings: a new website, one taken away, a listing erased', async () => {
    const store = await open()
    await store.add([aNew('a', { website: at('one.here') }), aNew('b', { website: at('two.here') })])
    await run(store, 0)
    await store.erase('b', new Date(START).toISOString())
    const [known] = await store.listings(['a'])
    if (known === undefined) throw new Error('no listing')
    const { anEdit } = await import('../store/made.ts')
    await store.edit(anEdit('a', known.listing.revision, { website: at('three.here') }))
    asked = []
    await run(store, 1)
    expect([...new Set(asked.map(({ host }) => host))]).toEqual(['three.here'])
    expect(await store.links.of('b')).toBeNull()
  })

  test('learns nothing where our own name server is away', async () => {
    const store = await open()
    await store.add(
      Array.from({ length: 6 }, (_, n) => aNew(n === 0 ? 'a' : `l${n}`, { website: at(`s${n}.here`) })),
    )
    const away = { lookup: () => failing('ENOTFOUND') }
    for (let day = 0; day < 60; day++) await run(store, day, away)
    expect(await kinds(store)).toEqual([])
    expect(await store.links.of('a')).toMatchObject({ fails: 0 })
  })

  test('asks each host one thing at a time, with a pause', async () => {
    const store = await open()
    await store.add(Array.from({ length: 4 }, (_, n) => aNew(`l${n}`, { website: at('one.here', `/${n}`) })))
    let under = 0
    let most = 0
    sites = {
      'one.here': {
        page: (_, response) => {
          most = Math.max(most, ++under)
          setTimeout(() => response.writeHead(200).end(() => (under -= 1)), 20)
        },
      },
    }
    const times: number[] = []
    const hear = () => times.push(performance.now())
    server.on('request', hear)
    await run(store, 0, { between: 40 })
    server.off('request', hear)
    expect(most).toBe(1)
    expect(asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
    const pauses = times.slice(1).map((time, n) => time - (times[n] ?? 0))
    // Timers may fire a millisecond early.
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(38)
  })
})
