/** A new listing: drafts that last, the first one waits, further ones do not; on both databases. */
import { expect, test } from 'vitest'
import { beginListing, sendListing } from '../../../src/upkeep/edit/add-listing.ts'
import { acceptChange, refuseChange } from '../../../src/upkeep/edit/decide-change.ts'
import { putBackRevision } from '../../../src/upkeep/edit/put-back.ts'
import { sendChanges } from '../../../src/upkeep/edit/send.ts'
import { saveTask } from '../../../src/upkeep/edit/save-task.ts'
import { wordsOf, type Posted } from '../../../src/upkeep/form/words.ts'
import type { SignedIn } from '../../../src/people/signed-in.ts'
import { onEachDatabase } from '../../store/databases.ts'
import * as people from './house.ts'
import { changesOf, DAY_MS, furnished, letters, NOW, now, type House } from './house.ts'

const { KEEPER, STRANGER, ADMIN, WORKER } = people
const NEWCOMER = { ...people.somebody('newcomer'), checkedAt: NOW.toISOString() }

async function begun(who: SignedIn, house: House, group: string | null = null): Promise<string> {
  const outcome = await beginListing(who, { group, groupName: 'Tea Friends' }, house)
  if (outcome.is !== 'begun') throw new Error(outcome.is)
  return outcome.draft
}
const type = (who: SignedIn, house: House, draft: string, posted: Posted, task: 'name' | 'where' = 'name') =>
  saveTask(who, { target: { draft }, task, words: wordsOf(posted), revision: null }, house)
const added = async (who: SignedIn, house: House, draft: string) => {
  const outcome = await sendListing(who, { draft, lang: 'en' }, house)
  if (outcome.is !== 'added') throw new Error(outcome.is)
  return outcome
}
const met = async (house: House) =>
  house.store.act((act) =>
    act.people.for({ id: NEWCOMER.person, email: NEWCOMER.email, at: NOW.toISOString() }),
  )

onEachDatabase('new listings', ({ open }) => {
  test('the first listing of a group waits; its sender keeps it; accepted it is public', async () => {
    const house = await furnished(await open())
    await met(house)
    const draft = await begun(NEWCOMER, house)
    expect((await sendListing(NEWCOMER, { draft, lang: 'en' }, house)).is).toBe('nameless')
    await type(NEWCOMER, house, draft, { name: ['Tea for two'], summary: ['Tea'] })
    await type(
      NEWCOMER,
      house,
      draft,
      { 'places.0.name': ['Hall'], 'places.0.postcode': ['m332ab'] },
      'where',
    )
    const { listing, waits, slug } = await added(NEWCOMER, house, draft)
    expect([waits, slug]).toEqual([true, 'tea-for-two'])
    const fresh = await now(house.store, listing)
    expect(fresh).toMatchObject({
      status: 'draft',
      summary: 'Tea',
      places: [{ postcode: 'M33 2AB' }],
      group: { name: 'Tea Friends' },
    })
    const [grant] = await house.store.grants.of(NEWCOMER.person)
    expect(grant).toMatchObject({ role: 'group', scope: fresh.group?.id })
    expect((await sendListing(NEWCOMER, { draft, lang: 'en' }, house)).is).toBe('unknown')
    const [matter] = await changesOf(house)
    expect(matter?.about).toMatchObject({ how: 'new', by: 'group' })
    expect((await acceptChange(ADMIN, matter?.id ?? '', house)).is).toBe('decided')
    expect((await now(house.store, listing)).status).toBe('published')
    expect(await letters(house)).toMatchObject([{ to: NEWCOMER.email, kind: 'listing-published' }])
  })

  test('refused it stays a draft with its words, and the reason goes by letter', async () => {
    const house = await furnished(await open())
    await met(house)
    const draft = await begun(NEWCOMER, house)
    await type(NEWCOMER, house, draft, { name: ['Tea for two'] })
    const { listing } = await added(NEWCOMER, house, draft)
    const [matter] = await changesOf(house)
    expect((await refuseChange(ADMIN, matter?.id ?? '', 'This is a shop.', house)).is).toBe('decided')
    expect(await now(house.store, listing)).toMatchObject({ status: 'draft', name: 'Tea for two' })
    expect(await letters(house)).toMatchObject([
      { kind: 'change-refused', about: { how: 'new', reason: 'This is a shop.' } },
    ])
  })

  test('changed while it waits, and after a refusal, the desk sees it as it is now', async () => {
    const house = await furnished(await open())
    await met(house)
    const draft = await begun(NEWCOMER, house)
    await type(NEWCOMER, house, draft, { name: ['Tea for two'] })
    const { listing } = await added(NEWCOMER, house, draft)
    const [grant] = await house.store.grants.of(NEWCOMER.person)
    const keeper = { ...NEWCOMER, grants: grant ? [grant] : [] }
    const change = async (summary: string) => {
      const words = wordsOf({ name: ['Tea for two'], summary: [summary] })
      await saveTask(keeper, { target: { listing }, task: 'name', words, revision: null }, house)
      return sendChanges(keeper, { listing, lang: 'en' }, house)
    }
    const [first] = await changesOf(house)
    expect(await change('Tea')).toMatchObject({ is: 'sent', held: [], seen: false })
    // What the desk had before it is not what stands there now.
    expect((await acceptChange(ADMIN, first?.id ?? '', house)).is).toBe('before')
    const second = (await changesOf(house)).find(({ state }) => state === 'open')
    expect(second?.about).toMatchObject({
      how: 'new',
      differences: [{ field: 'name' }, { field: 'summary', to: 'Tea' }],
    })
    expect((await refuseChange(ADMIN, second?.id ?? '', 'Say where.', house)).is).toBe('decided')
    await change('Tea in Sale')
    const third = (await changesOf(house)).find(({ state }) => state === 'open')
    expect(third?.about).toMatchObject({ how: 'new', differences: [{ field: 'summary', to: 'Tea in Sale' }] })
    expect((await acceptChange(ADMIN, third?.id ?? '', house)).is).toBe('decided')
    expect(await now(house.store, listing)).toMatchObject({ status: 'published', summary: 'Tea in Sale' })
  })

  test('a group that the desk knows adds another at once, and the desk looks it over', async () => {
    const house = await furnished(await open())
    const draft = await begun(KEEPER, house, 'g1')
    await type(KEEPER, house, draft, { name: ['Kettle Off'] })
    const { listing, waits } = await added(KEEPER, house, draft)
    expect(waits).toBe(false)
    expect(await now(house.store, listing)).toMatchObject({ status: 'published', group: { id: 'g1' } })
    const [matter] = await changesOf(house)
    expect(matter?.about).toMatchObject({ how: 'live' })
    expect((await refuseChange(ADMIN, matter?.id ?? '', 'Twice the same.', house)).is).toBe('decided')
    expect((await now(house.store, listing)).status).toBe('draft')
  })

  test('what the desk refused is not made public by putting the refusal back', async () => {
    const house = await furnished(await open())
    const draft = await begun(KEEPER, house, 'g1')
    await type(KEEPER, house, draft, { name: ['Kettle Off'] })
    const { listing } = await added(KEEPER, house, draft)
    const [matter] = await changesOf(house)
    await refuseChange(ADMIN, matter?.id ?? '', 'Twice the same.', house)
    const seen = (await now(house.store, listing)).revision
    const back = await putBackRevision(KEEPER, { listing, revision: seen, seen, lang: 'en' }, house, 30)
    expect(back).toMatchObject({ is: 'put-back', live: [], held: [{ field: 'status', to: 'published' }] })
    expect((await now(house.store, listing)).status).toBe('draft')
    house.clock.now = new Date(NOW.getTime() + DAY_MS)
    const asked = (await changesOf(house)).find(({ state }) => state === 'open')
    expect((await acceptChange(ADMIN, asked?.id ?? '', house)).is).toBe('decided')
    expect((await now(house.store, listing)).status).toBe('published')
  })

  test('tasks saved at once in two windows are all kept, and a late one brings no sent draft back', async () => {
    const house = await furnished(await open())
    const draft = await begun(KEEPER, house, 'g1')
    const place = { 'places.0.name': ['Hall'], 'places.0.postcode': ['M33 2AB'] }
    const saved = await Promise.all([
      type(KEEPER, house, draft, { name: ['Kettle Off'] }),
      type(KEEPER, house, draft, place, 'where'),
      type(KEEPER, house, draft, { name: ['Kettle Off'], summary: ['Tea'] }),
    ])
    expect(saved.map(({ is }) => is)).toEqual(['saved', 'saved', 'saved'])
    const [kept] = await house.store.drafts.of(KEEPER.person, NOW, { id: draft })
    expect(Object.keys(kept?.fields ?? {}).sort()).toEqual(['name', 'places', 'summary'])
    const both = await Promise.all([
      sendListing(KEEPER, { draft, lang: 'en' }, house),
      ...Array.from({ length: 5 }, (_, n) =>
        type(KEEPER, house, draft, { name: ['Kettle Off'], summary: [`Tea ${n}`] }),
      ),
    ])
    expect(both[0].is).toBe('added')
    expect(await house.store.drafts.of(KEEPER.person, NOW)).toEqual([])
  })

  test('two listings of one name have two addresses', async () => {
    const house = await furnished(await open())
    const slugs = []
    for (const postcode of ['M33 2AB', 'M33 2AB', 'M33 2AB']) {
      const draft = await begun(KEEPER, house, 'g1')
      await type(KEEPER, house, draft, { name: ['Tea'] })
      await type(
        KEEPER,
        house,
        draft,
        { 'places.0.name': ['Hall'], 'places.0.postcode': [postcode] },
        'where',
      )
      slugs.push((await added(KEEPER, house, draft)).slug)
    }
    expect(new Set(slugs).size).toBe(3)
    expect(slugs.slice(0, 2)).toEqual(['tea', 'tea-m33'])
  })

  test.each([
    ['another group', STRANGER, 'refused'],
    ['a link worker', WORKER, 'refused'],
    ['its keeper', KEEPER, 'begun'],
    ['an administrator', ADMIN, 'begun'],
  ] as const)('%s begins a listing for a group: %s', async (_, who, is) => {
    const house = await furnished(await open())
    expect((await beginListing(who, { group: 'g1', groupName: '' }, house)).is).toBe(is)
  })

  test('a draft is its writer’s alone, on any device, for 90 days of silence', async () => {
    const house = await furnished(await open())
    const draft = await begun(NEWCOMER, house)
    await type(NEWCOMER, house, draft, { name: ['Tea'] })
    const otherDevice = { ...NEWCOMER, id: 'another sign-in' }
    expect((await type(STRANGER, house, draft, { name: ['Mine'] })).is).toBe('unknown')
    house.clock.now = new Date(NOW.getTime() + 89 * DAY_MS)
    expect((await type(otherDevice, house, draft, { name: ['Tea'], summary: ['More'] })).is).toBe('saved')
    house.clock.now = new Date(NOW.getTime() + (89 + 90) * DAY_MS)
    expect((await house.store.drafts.of(NEWCOMER.person, house.now())).length).toBe(1)
    house.clock.now = new Date(NOW.getTime() + (89 + 91) * DAY_MS)
    expect((await house.store.drafts.of(NEWCOMER.person, house.now())).length).toBe(0)
    await begun(KEEPER, house, 'g1')
    // Long forgotten ones are gone for good as soon as anybody types.
    expect((await house.store.drafts.of(NEWCOMER.person, NOW)).length).toBe(0)
  })
})
