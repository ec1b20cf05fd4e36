/** Whole feeds from a server of this machine: honest ones, and ones that lie, repeat, stop and break. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HANGS_MS } from '../../patience.ts'
import { bomb, cutOff, drip, half, html, serveFeed, type FeedOptions, type Service } from '../feed-server.ts'
import { quick, serve, status, type Web } from '../web-server.ts'
import { all, counts, none, workshop, type Bench } from '../workshop.ts'
import { ID, readFrom, service, services } from './made.ts'

let bench: Bench
let web: Web | null = null
beforeEach(async () => void (bench = await workshop()))
afterEach(async () => {
  await web?.close()
  await bench.store.close()
})

const read = async (feed: readonly Service[], options: FeedOptions = {}, path = '') => {
  web = await serveFeed(feed, options)
  return readFrom(web.base + path, bench)
}
const first = <T>(list: T[], count: number): T[] => list.slice(0, count)
const said = (text: string | null): string => (text ?? '').replace(/http:\/\/127\.0\.0\.1:\d+/, '…')

describe('sixty services', () => {
  const sixty = services(60)
  const wrong = status(500)
  const fine: [what: string, options: FeedOptions, path?: string][] = [
    ['in list and details', {}],
    ['under the address of their list', {}, '/services'],
    ['under an address with a path', {}, '/api/'],
    ['in full in the list', { full: true }],
    ['in the older dialect', { dialect: 'older' }],
    ['in the older dialect, pages counted from 0', { dialect: 'older', fromNought: true, full: true }],
    ['on one page, counted from 0', { dialect: 'older', fromNought: true, size: 100 }],
    ['of a server that knows no "full"', { refuses: ['full'] }],
    ['of a server that knows neither "full" nor "per_page"', { refuses: ['full', 'per_page'] }],
    ['of a server that is ill twice on page 2', { faults: [{ page: 2, times: 2, answer: wrong }] }],
    ['of a server that breaks page 2 off once', { faults: [{ page: 2, times: 1, answer: cutOff }] }],
    ['of a server that sends half of page 2 once', { faults: [{ page: 2, times: 1, answer: half }] }],
    ['of a server that is busy', { faults: [{ page: 3, times: 1, answer: status(429, '', { 'retry-after': '3' }) }] }],
    ['of a server that says sorry once', { faults: [{ page: 1, times: 1, answer: html }] }],
    ['of a server that drips once', { faults: [{ page: 3, times: 1, answer: drip }] }],
    ['with a page that repeats once', { faults: [{ page: 3, times: 1, answer: (_, response) => response.end(JSON.stringify({ total_items: 60, total_pages: 3, contents: first(sixty, 25) })) }], full: true }],
    ['under a head that says one page', { head: (_, it) => ({ ...it, total_pages: 1 }) }],
    ['under a head that says each page is the last', { head: (_, it) => ({ ...it, last_page: true }) }],
    ['under a head that says nothing', { head: () => ({}) }],
    ['under a head that says too few', { head: (_, it) => ({ ...it, total_items: 31 }) }],
    ['under a head of nonsense', { head: () => ({ total_items: '1e400', total_pages: -3, page_number: {}, last_page: 'no' }) }],
    ['behind which the server says 404', { head: (_, it) => ({ ...it, last_page: null, total_pages: null }), faults: [{ page: 4, answer: status(200, '{"contents":[]}') }] }],
  ] // prettier-ignore
  test.each(fine)('%s', async (_, options, path) => {
    const report = await read(sixty, options, path)
    expect(report).toMatchObject({ state: 'applied', why: null })
    expect(counts(report)).toEqual({ ...none, read: 60, added: 60 })
    expect(report.located).toMatchObject({ exact: 60 })
    const again = await readFrom(`${web?.base ?? ''}${path ?? ''}`, bench)
    expect(counts(again)).toEqual({ ...none, read: 60, unchanged: 60 })
  })

  const no: [what: string, options: FeedOptions, why: string | RegExp][] = [
    ['page 2 stays ill', { faults: [{ page: 2, answer: wrong }] }, 'Page 2 of 3 could not be read: …/services answered 500 (asked 4 times).'],
    ['page 1 stays ill', { faults: [{ page: 1, answer: wrong }] }, 'Page 1 could not be read: …/services answered 500 (asked 4 times).'],
    ['page 3 repeats page 1', { pages: (page, honest) => (page === 3 ? first(sixty, 25) : honest) }, 'Page 3 of 3 repeats page 1: the feed cannot be read to its end.'],
    ['page 3 is empty', { pages: (page, honest) => (page === 3 ? [] : honest) }, 'The feed says that it has 60 services, and 50 came on 3 pages.'],
    ['page 2 breaks off', { faults: [{ page: 2, answer: cutOff }] }, 'Page 2 of 3 could not be read: …/services broke off before its end.'],
    ['page 2 is half', { faults: [{ page: 2, answer: half }] }, 'Page 2 of 3 could not be read: …/services is not JSON, or breaks off before its end.'],
    ['page 2 is a web page', { faults: [{ page: 2, answer: html }] }, 'Page 2 of 3 could not be read: …/services is a web page, not JSON.'],
    ['page 2 drips', { faults: [{ page: 2, answer: drip }] }, /^Page 2 of 3 could not be read: …\/services was not done after 2 seconds\.$/],
    ['page 2 is a bomb', { faults: [{ page: 2, answer: bomb }] }, 'Page 2 of 3 could not be read: …/services sends more than 50 MB.'],
    ['page 2 leads elsewhere', { faults: [{ page: 2, answer: status(302, '', { location: 'http://169.254.169.254/latest' }) }] }, 'Page 2 of 3 could not be read: …/services leads to another host, 169.254.169.254.'],
    ['page 2 is another thing', { faults: [{ page: 2, answer: status(200, '{"error":"no"}') }] }, 'Page 2 of 3 could not be read: …/services is no list of services.'],
    ['page 2 is nested 10,000 deep', { faults: [{ page: 2, answer: status(200, `{"contents":${'['.repeat(10_000)}${']'.repeat(10_000)}}`) }] }, 'Page 2 of 3 could not be read: …/services is nested more than 100 deep.'],
    ['the list is not there', { refuses: ['page'] }, 'There is no list of services: …/services answered 400.'],
    ['the details are ill', { faults: sixty.map(({ id }) => ({ id: String(id), answer: wrong })) }, /^6 services cannot be read, the last because: .* answered 500/],
  ] // prettier-ignore
  test.each(no)('are not read where %s: what was there stays', async (_, options, why) => {
    const before = await serveFeed(sixty, { full: true })
    await readFrom(before.base, bench)
    await before.close()
    const change = await bench.store.lastChange()
    const report = await read(sixty, options)
    if (typeof why === 'string') expect(said(report.why)).toBe(why)
    else expect(said(report.why)).toMatch(why)
    expect(report.state).toBe('refused')
    expect(await bench.store.lastChange()).toBe(change)
    expect((await all(bench.store)).length).toBe(60)
  })
})

test('a service whose own page is broken stays as it was; one that is gone is missing all the same', async () => {
  await read(services(20))
  await web?.close()
  const report = await read(first(services(20), 19), { faults: [{ id: ID(7), answer: status(500) }] })
  expect(counts(report)).toEqual({ ...none, read: 19, unchanged: 18, refused: 1, missing: 1 })
  expect(report.problems).toMatchObject([{ row: 7, field: 'id', value: ID(7), did: 'left this row out' }])
  expect(report.problems[0]?.problem).toMatch(/^cannot be read: .* answered 500 \(asked 4 times\)\.$/)
})

test('a page that sends another service than was asked for is not believed', async () => {
  const wrong = status(200, JSON.stringify(service(3)))
  const report = await read(services(5), { faults: [{ id: ID(2), answer: wrong }] })
  expect(counts(report)).toEqual({ ...none, read: 5, added: 4, refused: 1 })
  expect(report.problems[0]?.problem).toEqual(
    expect.stringMatching(/^cannot be read: .* is another service \(0.*3\)\.$/),
  )
})

test('what is in the feed no longer is missing, and more than a fifth of it is asked about', async () => {
  await read(services(20))
  await web?.close()
  expect(counts(await read(services(17)))).toMatchObject({ unchanged: 17, missing: 3 })
  await web?.close()
  expect(await read(services(9))).toMatchObject({ state: 'refused' })
})

test('of a feed asked for what changed since a day, the rest is not missing', async () => {
  await read(services(20))
  await web?.close()
  web = await serveFeed([service(4, { description: 'Coffee.' })])
  const report = await readFrom(web.base, bench, { since: '2026-11-01' })
  expect(counts(report)).toEqual({ ...none, read: 1, changed: 1 })
  expect(web.asked[0]).toContain('modified_after=2026-11-01T00%3A00%3A00Z')
})

describe('ids', () => {
  const bare = (id: unknown, name: string): Service => ({ id, name, service_at_locations: [] })
  test.each<[string, Service[], object]>([
    ['all equal, of one name', [bare('1', 'A'), bare('1', 'A'), { ...bare('1', 'A'), description: 'x' }], { added: 1, duplicate: 2 }],
    ['equal, of two names', [bare('1', 'A'), bare('1', 'B'), bare('2', 'C')], { added: 3 }],
    ['missing', [bare(undefined, 'A'), bare(null, 'B'), bare('', 'C')], { added: 3 }],
    ['missing, of one name', [bare(undefined, 'A'), bare(undefined, 'A')], { added: 1, duplicate: 1 }],
    ['numbers', [bare(1, 'A'), bare(2, 'B')], { added: 2 }],
    ['of many kinds', [bare({}, 'A'), bare([1], 'B'), bare(true, 'C'), bare('x'.repeat(9000), 'D'), bare('\ud800', 'E'), bare('a\0b', 'F')], { added: 6 }],
    ['that are paths', [bare('../../etc', 'A'), bare('..', 'B'), bare('?x=1#y', 'C')], { added: 3 }],
  ])('%s', async (_, feed, expected) => {
    const report = await read(feed, { full: true })
    expect(counts(report)).toEqual({ ...none, read: feed.length, ...expected })
    const again = await readFrom(web?.base ?? '', bench)
    expect(again.listings).toMatchObject({ added: 0, changed: 0, refused: 0 })
  }) // prettier-ignore

  test('that are numbers in the list and text in the details are the same', async () => {
    const feed = [1, 2, 3].map((n) => service(n, { id: n }))
    web = await serveFeed(feed, {
      faults: feed.map((one) => ({ id: String(one.id), answer: status(200, JSON.stringify({ ...one, id: String(one.id) })) })),
    })
    expect(counts(await readFrom(web.base, bench))).toEqual({ ...none, read: 3, added: 3 })
  }) // prettier-ignore
})

describe('a server that', () => {
  test('knows no pages gives its one list once', async () => {
    web = await serve(status(200, JSON.stringify(services(7))))
    expect(counts(await readFrom(`${web.base}/services`, bench))).toEqual({ ...none, read: 7, added: 7 })
    expect(web.asked.length).toBe(2)
  })

  test('never comes to an end is left after the time of a feed', async () => {
    let n = 0
    web = await serve((_, response) => response.end(JSON.stringify({ contents: [service(++n)] })))
    const fetching = quick({ limits: { feedMs: 400 } })
    const report = await readFrom(web.base, { ...bench, fetching })
    expect(report.why).toMatch(
      /^Page \d+ could not be read: .* was not done when the time of the feed was over\.$/,
    )
  })

  test('moves services while they are read takes nothing away', async () => {
    const twenty = services(20)
    await read(twenty, { size: 10, full: true })
    await web?.close()
    // One is taken from page 1 after it was read: the first of page 2 slips on to page 1, and is not seen.
    const report = await read(twenty, {
      size: 10,
      full: true,
      pages: (page, honest) => (page === 2 ? honest.slice(1) : honest),
      head: (page, it) => ({ ...it, total_items: page === 2 ? 19 : 20 }),
    })
    expect(counts(report)).toEqual({ ...none, read: 19, unchanged: 19 })
    expect(report.problems[0]).toMatchObject({ value: '20, 19', did: 'nothing is taken to be missing' })
  })

  test('stands in a private network is not asked, unless the setting says so', async () => {
    web = await serveFeed(services(1))
    const fetching = quick({ allowPrivate: false })
    const report = await readFrom(web.base, { ...bench, fetching })
    expect(said(report.why)).toBe('Page 1 could not be read: …/services lies inside a network that is not public, and is not asked.')
    expect(web.asked).toEqual([])
  }) // prettier-ignore
})

/** Bodies as they stand on the wire, which no program of ours would write. */
describe('a list', () => {
  const list = (...entries: string[]): string =>
    `{"total_items":${entries.length},"contents":[${entries.join(',')}]}`
  const plain = '{"id":"1","name":"Kettle On","locations":[]}'
  test.each<[string, string | Buffer, object]>([
    ['with a byte order mark', `\ufeff${list(plain)}`, { read: 1, added: 1 }],
    ['with keys twice', list('{"id":"1","name":"A","name":"B","id":"2","locations":[]}'), { read: 1, added: 1 }],
    ['with numbers beyond all', list('{"id":1e400,"name":"A","minimum_age":1e400,"locations":[{"latitude":1e400,"longitude":-1e400,"name":"Hall"}]}'), { read: 1, added: 1 }],
    ['with half characters', list('{"id":"\\ud800","name":"Te\\udc00a","description":"\\ud83d","locations":[]}'), { read: 1, added: 1 }],
    ['with NUL', list('{"id":"1","name":"Te\\u0000a","description":"\\u0000","locations":[{"name":"\\u0000x"}]}'), { read: 1, added: 1 }],
    ['with names of objects', list('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"id":"__proto__","name":"constructor","locations":[]}'), { read: 1, added: 1 }],
    ['with entries that are none', '{"contents":[null,1,"x",[],{"id":"1","name":"A","locations":[]}]}', { read: 1, added: 1 }],
    ['with a service without a name', list('{"id":"1","locations":[]}', plain.replace('"1"', '"2"')), { read: 2, added: 1, refused: 1 }],
    ['with bytes that are no UTF-8', Buffer.concat([Buffer.from('{"contents":[{"id":"1","locations":[],"name":"Caf'), Buffer.from([0xe9]), Buffer.from('"}]}')]), { read: 1, added: 1 }],
    ['of nobody', '{"total_items":0,"empty":true,"contents":[]}', {}],
  ])('%s', async (_, body, expected) => {
    web = await serve((request, response) => response.end(/[?&]page=1$/.test(request.url ?? '') ? body : '{"contents":[]}'))
    const report = await readFrom(web.base, bench)
    expect(report.state).toBe('applied')
    expect(counts(report)).toEqual({ ...none, read: 0, ...expected })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  }) // prettier-ignore

  test.each<[string, string, string]>([
    [
      'of three million nothings',
      `{"contents":[${'0,'.repeat(3_100_000)}0]}`,
      'holds more values than a page can',
    ],
    ['nested without end', `{"contents":${'[{"a":'.repeat(100_000)}`, 'is nested more than 100 deep'],
    ['of nothing', '', 'is empty'],
    ['of another kind', '{"services":{"a":1}}', 'is no list of services'],
  ])('%s is not read', async (_, body, why) => {
    web = await serve(status(200, body))
    const begun = performance.now()
    const report = await readFrom(web.base, bench)
    expect(said(report.why)).toBe(`Page 1 could not be read: …/services ${why}.`)
    expect(performance.now() - begun).toBeLessThan(HANGS_MS)
  })
})
