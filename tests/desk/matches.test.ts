/** Two listings that may be one: asked about, merged, parted again, with imports and runs taken back in between. */
import { expect, test } from 'vitest'
import { decide } from '../../src/desk/decide.ts'
import { partListing } from '../../src/desk/match/part.ts'
import { matchId } from '../../src/imports/matching/match-id.ts'
import { undoRun } from '../../src/imports/undo.ts'
import type { Claim } from '../../src/listings/claims.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import { onEachDatabase } from '../store/databases.ts'
import { counts, importText, LATER, list, none, plain, type Bench } from '../imports/workshop.ts'
import { NOW } from '../fixtures.ts'
import {
  ALL,
  asked as askedOn,
  COUNCIL,
  given,
  HERE,
  house as houseOn,
  listings,
  matters,
  THERE,
} from './match-bench.ts'
import { ADMIN, KEEPER, somebody } from '../workers/house.ts'

const FAR = somebody('far', 'desk BL1')
const THIRD = plain({ source: { id: 'third', name: 'Third list' } })
const BOTH = [
  [HERE, plain()],
  [THERE, COUNCIL],
] as const
const SAME = list('KETTLE ON LTD,Tea and toast,M33 2AB,0161 496 0001,')

onEachDatabase('matches', ({ empty }) => {
  const house = async () => houseOn(await empty())
  const asked = async () => askedOn(await empty())
  const recorded = async (bench: Bench, what: string) =>
    (await bench.store.audit({ limit: 9 }))
      .flatMap(({ did, listing }) => (did === what ? [listing] : []))
      .sort()
  const said = async (bench: Bench, listing: string, source: 'group' | 'desk', words: string, at = NOW) => {
    const found = await bench.store.byId(listing)
    if (found.is !== 'listing') throw new Error('gone')
    const { listing: now } = found.known
    const claim: Claim<'summary'> = { value: words, at: at.toISOString(), by: source, how: 'form' }
    const before = (await bench.store.statements(now.id)).find((it) => it.source === source)
    await bench.store.edit({
      listing: now.id,
      revision: now.revision,
      statement: { listing: now.id, source, fields: { ...before?.fields, summary: claim } },
      settled: { ...now, summary: words },
      author: source,
      at: at.toISOString(),
    })
  }

  test('what is likely is added, asked once, and asked no more when it was answered', async () => {
    const { bench, desk, matter, a, b } = await asked()
    expect(matter).toMatchObject({
      id: matchId(a.id, b.id),
      listing: b.id,
      about: { a: a.id, b: b.id, why: ['name', 'phone'], against: [] },
    })
    await importText(THERE, bench, { profile: COUNCIL })
    await importText(THERE.replace('cake', 'scones'), bench, { profile: COUNCIL })
    expect(await matters(bench)).toHaveLength(1)
    expect(await decide(ALL, given(matter.id, 'different'), desk)).toEqual({ is: 'decided' })
    await importText(THERE.replace('cake', 'pie'), bench, { profile: COUNCIL })
    expect((await matters(bench)).map(({ state, decision }) => [state, decision])).toEqual([
      ['decided', 'different'],
    ])
    expect(await listings(bench)).toHaveLength(2)
    expect(await recorded(bench, 'told-apart')).toEqual([a.id, b.id].sort())
  })

  test('"same" makes them one: its words, its address and its id lead to the one kept', async () => {
    const { bench, desk, matter, a, b } = await asked()
    expect(await decide(ALL, given(matter.id, 'same'), desk)).toEqual({ is: 'decided' })
    expect((await listings(bench)).map(({ id }) => id)).toEqual([a.id])
    expect((await bench.store.statements(a.id)).map(({ source }) => source)).toEqual(['a-list', 'council'])
    expect(await bench.store.bySlug(b.slug)).toEqual({ is: 'moved', slug: a.slug })
    expect(await bench.store.byId(b.id)).toMatchObject({ is: 'listing', known: { listing: { id: a.id } } })
    expect((await bench.store.listings([b.id, a.id])).map(({ listing }) => listing.id)).toEqual([a.id, a.id])
    expect(await bench.store.count()).toEqual({ all: 1, published: 1 })
    await bench.store.confirm([
      { id: 'c1', listing: b.id, at: NOW.toISOString(), by: 'group', source: null, how: 'form', revision: 2 },
    ])
    expect((await bench.store.byId(a.id)) as object).toMatchObject({ known: { confirmation: { id: 'c1' } } })
    expect(await recorded(bench, 'merged-listings')).toEqual([a.id, b.id].sort())
    expect(await decide(ALL, given(matter.id, 'same'), desk)).toEqual({ is: 'before' })
  })

  test('imports find what moved: the same file again changes nothing, a changed row changes the one kept', async () => {
    const { bench, desk, matter, a } = await asked()
    await decide(ALL, given(matter.id, 'same'), desk)
    const change = await bench.store.lastChange()
    for (const [text, profile] of BOTH)
      expect(counts(await importText(text, bench, { profile }))).toEqual({ ...none, read: 1, unchanged: 1 })
    expect(await bench.store.lastChange()).toBe(change)
    const report = await importText(THERE.replace('cake', 'scones'), bench, { profile: COUNCIL, now: LATER })
    expect(counts(report)).toEqual({ ...none, read: 1, changed: 1 })
    expect((await listings(bench)).map(({ id, description }) => [id, description])).toEqual([
      [a.id, 'Tea and scones'],
    ])
  })

  test('what people said of both is put together, the newest word of each part', async () => {
    const { bench, desk, matter, a, b } = await asked()
    await said(bench, a.id, 'group', 'older')
    await said(bench, b.id, 'group', 'newer', LATER)
    await said(bench, b.id, 'desk', 'by the desk')
    await decide(ALL, given(matter.id, 'same', a.id), desk)
    const group = (await bench.store.statements(a.id)).find(({ source }) => source === 'group')
    expect(group?.fields.summary?.value).toBe('newer')
    expect((await bench.store.statements(a.id)).map(({ source }) => source)).toEqual([
      'a-list',
      'council',
      'desk',
      'group',
    ])
  })

  test('the one that people speak of is kept, unless the desk says which', async () => {
    const { bench, desk, matter, a, b } = await asked()
    await said(bench, b.id, 'group', 'ours')
    await decide(ALL, given(matter.id, 'same'), desk)
    expect((await listings(bench)).map(({ id }) => id)).toEqual([b.id])
    expect(await bench.store.bySlug(a.slug)).toEqual({ is: 'moved', slug: b.slug })
  })

  test('one source that tells of both has said that they are two', async () => {
    const { bench, desk, a, b } = await asked()
    await importText(list('Other,x,M33 7YY,,', 'More,x,M33 8YY,,'), bench, { profile: THIRD })
    const others = (await listings(bench)).filter(({ id }) => id !== a.id && id !== b.id)
    const [one, other] = others.map(({ id }) => id)
    const id = matchId(one ?? '', other ?? '')
    const about = { a: one, b: other, score: 90, why: [], against: [] }
    const opened = {
      id,
      kind: 'match',
      group: null,
      person: null,
      openedAt: NOW.toISOString(),
      targetOn: '2026-12-01',
    }
    await bench.store.act((act) => act.matters.open({ ...opened, listing: one ?? null, about }))
    const before = await bench.store.lastChange()
    expect(await decide(ALL, given(id, 'same'), desk)).toEqual({ is: 'cannot', why: 'told-apart' })
    expect(await bench.store.lastChange()).toBe(before)
  })

  test.each<[string, SignedIn | null, string]>([
    ['nobody', null, 'refused'],
    ['a keeper', KEEPER, 'refused'],
    ['the desk of another area', FAR, 'refused'],
    ['an administrator', ADMIN, 'decided'],
  ])('%s: %s', async (_, who, is) => {
    const { desk, matter, bench, a } = await asked()
    expect((await partListing(who, { listing: a.id, revision: 1, sources: ['a-list'] }, desk)).is).toBe(
      is === 'refused' ? 'refused' : 'needs',
    )
    expect((await decide(who, given(matter.id, 'same'), desk)).is).toBe(is)
    expect(await listings(bench)).toHaveLength(is === 'refused' ? 2 : 1)
  })

  test('parted again: it comes back with its addresses and its people’s words, and stays two', async () => {
    const { bench, desk, matter, a, b } = await asked()
    await said(bench, a.id, 'group', 'older')
    await said(bench, b.id, 'group', 'newer', LATER)
    await decide(ALL, given(matter.id, 'same', a.id), desk)
    const revision = (await listings(bench))[0]?.revision ?? 0
    expect(
      await partListing(ALL, { listing: a.id, revision: revision - 1, sources: ['council'] }, desk),
    ).toEqual({
      is: 'stale',
    })
    const done = await partListing(ALL, { listing: a.id, revision, sources: ['council'] }, desk)
    expect(done).toEqual({ is: 'parted', listing: b.id })
    const now = await listings(bench)
    expect(now.map(({ id, slug, summary }) => [id, slug, summary]).sort()).toEqual(
      [
        [a.id, a.slug, 'older'],
        [b.id, b.slug, 'newer'],
      ].sort(),
    )
    expect(await bench.store.bySlug(b.slug)).toMatchObject({ is: 'listing' })
    expect(await bench.store.merges(a.id)).toEqual([])
    for (const [text, profile] of BOTH)
      expect(counts(await importText(text, bench, { profile }))).toEqual({ ...none, read: 1, unchanged: 1 })
    expect((await matters(bench)).map(({ decision }) => decision)).toEqual(['different'])
    expect(await recorded(bench, 'parted-listings')).toEqual([a.id, b.id].sort())
  })

  test('what an import made one by itself is parted into a new listing, and stays so under a new key too', async () => {
    const { bench, desk } = await house()
    await importText(HERE, bench)
    expect(counts(await importText(SAME, bench, { profile: THIRD }))).toEqual({
      ...none,
      read: 1,
      changed: 1,
    })
    const [one] = await listings(bench)
    if (!one) throw new Error('none')
    const part = (sources: string[]) =>
      partListing(ALL, { listing: one.id, revision: one.revision, sources }, desk)
    expect(await part([])).toEqual({ is: 'needs', what: 'some' })
    expect(await part(['a-list', 'third'])).toEqual({ is: 'needs', what: 'rest' })
    const done = await part(['third'])
    expect(done.is).toBe('parted')
    const now = await listings(bench)
    expect(now.map(({ name, description }) => [name, description]).sort()).toEqual([
      ['KETTLE ON LTD', 'Tea and toast'],
      ['Kettle On', 'Tea'],
    ])
    expect(new Set(now.map(({ slug }) => slug)).size).toBe(2)
    expect(counts(await importText(SAME, bench, { profile: THIRD }))).toEqual({
      ...none,
      read: 1,
      unchanged: 1,
    })
    // Its publisher numbers its rows anew: it is still not the other one.
    const renamed = { profile: { ...THIRD, key: { columns: ['description'] } }, acceptLoss: true }
    expect(counts(await importText(SAME, bench, renamed))).toMatchObject({ added: 1, changed: 0 })
    expect((await bench.store.statements(one.id)).map(({ source }) => source)).toEqual(['a-list'])
  })

  test('runs are taken back after a merge, and after it was parted', async () => {
    for (const parted of [false, true]) {
      const { bench, desk, matter, run, a, b } = await asked()
      const second = await importText(THERE.replace('cake', 'scones'), bench, {
        profile: COUNCIL,
        now: LATER,
      })
      await decide(ALL, given(matter.id, 'same', a.id), desk)
      const revision = (await listings(bench))[0]?.revision ?? 0
      if (parted) await partListing(ALL, { listing: a.id, revision, sources: ['council'] }, desk)
      const holder = parted ? b.id : a.id
      const words = async () =>
        (await bench.store.statements(holder)).find(({ source }) => source === 'council')?.fields.description
          ?.value
      expect(await words()).toBe('Tea and scones')
      await undoRun(bench.store.imports, second.run, LATER, bench.ranks)
      expect(await words()).toBe('Tea and cake')
      await undoRun(bench.store.imports, run, LATER, bench.ranks)
      expect(await words()).toBeUndefined()
      expect((await listings(bench)).map(({ id }) => id)).toEqual([a.id])
      expect(counts(await importText(THERE, bench, { profile: COUNCIL, now: LATER }))).toMatchObject({
        changed: 1,
      })
      expect(await words()).toBe('Tea and cake')
      expect(await listings(bench)).toHaveLength(parted ? 2 : 1)
    }
  })
})
