/** Crisis notices: who switches them, what they touch, when they stop; and that they change nothing else. */
import { expect, test } from 'vitest'
import { stopNotice, switchNotice, touches, type NoticeGiven } from '../../src/desk/notice-use.ts'
import { roomUnder, noticesSaid } from '../../src/app/desk/noticed.ts'
import { liveNotices } from '../../src/app/desk/live-notices.ts'
import { noticesFor } from '../../src/desk/notices.ts'
import type { Listing } from '../../src/listings/listing.ts'
import type { Notice } from '../../src/store/notices/notice.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import { en } from '../../src/text/en.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, everything, only } from '../store/made.ts'
import { ADMIN, DESK, furnished, inDays, KEEPER, NOW, somebody, UMBRELLA, WORKER } from '../workers/house.ts'

const on = (listing: Listing, notices: readonly Notice[], now: Date) =>
  noticesFor(listing, notices, now, new Set())
const given = (over: Partial<NoticeGiven> = {}): NoticeGiven => ({
  what: 'paused',
  areas: ['M33'],
  kinds: [],
  groups: [],
  words: 'The halls are shut because of snow.',
  until: '2026-11-24',
  ...over,
})
const WHO: [who: string, person: SignedIn | null, areas: string[], is: string][] = [
  ['nobody', null, ['M33'], 'refused'],
  ['a keeper', KEEPER, ['M33'], 'refused'],
  ['a link worker', WORKER, ['M33'], 'refused'],
  ['an umbrella body', UMBRELLA, ['M33'], 'refused'],
  ['the desk without a second step', { ...somebody('d', 'desk'), second: false }, ['M33'], 'refused'],
  ['the desk of M33, at home', DESK, ['M33'], 'switched'],
  ['the desk of M33, next door', DESK, ['M33', 'M41'], 'too-far'],
  ['the desk of M33, everywhere', DESK, [], 'too-far'],
  ['the whole desk', somebody('d', 'desk'), [], 'switched'],
  ['an administrator', ADMIN, ['M41'], 'switched'],
]
const WRONG: [what: string, over: Partial<NoticeGiven>, field: string][] = [
  ['a day that has passed', { until: '2026-11-21' }, 'until'],
  ['no day', { until: '' }, 'until'],
  ['a day that does not exist', { until: '2027-02-30' }, 'until'],
  ['a day in two years', { until: '2028-11-22' }, 'until'],
  ['a whole postcode', { areas: ['M33 2AB'] }, 'areas'],
  ['a town', { areas: ['Sale'] }, 'areas'],
  ['a long sentence', { words: 'x'.repeat(201) }, 'words'],
  ['another thing', { what: 'burnt' as 'paused' }, 'what'],
]

onEachDatabase('notices', ({ open }) => {
  test('who may switch one on, and how far', async () => {
    const workshop = await furnished(await open())
    for (const [who, person, areas, is] of WHO)
      expect([who, (await switchNotice(person, given({ areas }), workshop)).is]).toEqual([who, is])
  })

  test('what is wrong with one is named, and nothing is written', async () => {
    const store = await open()
    const workshop = await furnished(store)
    for (const [what, over, field] of WRONG)
      expect([what, await switchNotice(ADMIN, given(over), workshop)]).toEqual([what, { is: 'wrong', field }])
    expect(await store.notices()).toEqual([])
    expect(await store.audit({ limit: 5 })).toEqual([])
  })

  test('it touches what lies there and can be found, and changes none of it', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.add([
      aNew('b', { places: [{ postcode: 'M41 0AB' }] }),
      aNew('draft', { places: [{ postcode: 'M33 2AB' }], status: 'draft' }),
      aNew('ended', { places: [{ postcode: 'M33 2AB' }], status: 'ended' }),
    ])
    expect(await touches(given(), workshop)).toBe(1)
    expect(await touches(given({ areas: [] }), workshop)).toBe(2)
    const before = await everything(store)
    await switchNotice(DESK, given(), workshop)
    expect(await everything(store)).toEqual(before)
  })

  test('it is said on the listing at once, in words, until its day or until it is ended', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { listing } = await only(store, 'a')
    const live = liveNotices(store, () => NOW)
    const saidNow = async (now = NOW) => {
      await live.refresh()
      return noticesSaid(on(listing, live.held(), now), now, en).map(({ sentence }) => sentence)
    }
    expect(await saidNow()).toEqual([])
    const switched = await switchNotice(DESK, given(), workshop)
    live.changed()
    expect(await saidNow()).toEqual(['Paused until 24 November. The halls are shut because of snow.'])
    expect(roomUnder(on(listing, live.held(), NOW))).toMatchObject({
      state: 'paused',
      until: '2026-11-24',
      by: 'desk',
    })
    expect(await saidNow(inDays(3)), 'it lapses by itself').toEqual([])
    expect(roomUnder(on(listing, live.held(), inDays(3)))).toBeNull()
    const id = switched.is === 'switched' ? switched.notice.id : ''
    expect((await stopNotice(WORKER, id, workshop)).is).toBe('refused')
    expect((await stopNotice(somebody('far', 'desk M41'), id, workshop)).is).toBe('refused')
    expect((await stopNotice(DESK, id, workshop)).is).toBe('ended')
    expect((await stopNotice(DESK, id, workshop)).is, 'once').toBe('unknown')
    live.changed()
    expect(await saidNow()).toEqual([])
    const record = (await store.audit({ limit: 5 })).map(({ did }) => did)
    expect(record.sort()).toEqual(['ended-notice', 'switched-notice'])
  })

  test('moved to the telephone leaves room as it is', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await switchNotice(ADMIN, given({ what: 'telephone', words: '' }), workshop)
    const { listing } = await only(store, 'a')
    const notices = await store.notices({ from: '2026-11-22' })
    expect(noticesSaid(on(listing, notices, NOW), NOW, en).map(({ sentence }) => sentence)).toEqual([
      'By telephone only until 24 November.',
    ])
    expect(roomUnder(on(listing, notices, NOW))).toBeNull()
    expect(await store.notices({ from: '2026-11-25' })).toEqual([])
    expect(await store.notices()).toHaveLength(1)
  })
})
