/** Saved searches: whose they are, what a copy of the database tells, and one letter a week however often it runs. */
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/store/database.ts'
import type { Store } from '../../src/store/store.ts'
import { sealWith } from '../../src/workers/sealed.ts'
import { forgetSearch, saveSearch, searchesFor, type Searching } from '../../src/workers/searches.ts'
import type { Picture, Stood } from '../../src/workers/search-news.ts'
import { tellNews } from '../../src/workers/tell-news.ts'
import { onEachDatabase } from '../store/databases.ts'
import { AT } from '../store/made.ts'
import { COLLEAGUE, inDays, KEEPER, NOW, somebody, WORKER, workshopOn } from './house.ts'

const OPEN: Stood = { room: 'open', standing: 'confirmed' }
const FULL: Stood = { room: 'full', standing: 'confirmed' }

/** A directory that a test changes between two weeks. */
type World = { days: number; listings: { [listing: string]: Stood } }

function searchingOn(store: Store, world: World, secret = 'one'): Searching {
  return {
    ...workshopOn(store, () => inDays(world.days)),
    seal: sealWith(secret),
    picture: async (address, also) => {
      if (!address.startsWith('what=')) return null
      const found = Object.keys(world.listings)
      const now: Picture = {}
      for (const id of [...found, ...also]) {
        const stood = world.listings[id]
        if (stood !== undefined) now[id] = stood
      }
      return { found, now, names: new Map(found.map((id) => [id, `Kettle ${id}`])) }
    },
  }
}

async function withWorker(store: Store): Promise<void> {
  await store.act(async (act) => {
    await act.people.for({ id: WORKER.person, email: WORKER.email, at: AT })
    for (const grant of WORKER.grants) await act.grants.give(grant)
  })
}
const SEARCH = { name: 'Debt, Sale', address: 'what=debt' }
const letters = async (store: Store, days: number) =>
  (await store.outbox.due(inDays(days), 20)).filter(({ kind }) => kind === 'searches-changed')

onEachDatabase('saved searches', ({ open, empty }) => {
  test('only whoever saved one sees or forgets it', async () => {
    const store = await open()
    const searching = searchingOn(store, { days: 0, listings: { a: OPEN } })
    expect((await saveSearch(WORKER, SEARCH, searching)).is).toBe('saved')
    expect((await saveSearch(KEEPER, SEARCH, searching)).is).toBe('refused')
    expect((await saveSearch(null, SEARCH, searching)).is).toBe('refused')
    expect((await saveSearch(WORKER, { ...SEARCH, name: ' ' }, searching)).is).toBe('no-name')
    expect((await saveSearch(WORKER, { ...SEARCH, address: 'drop=table' }, searching)).is).toBe('no-search')
    const [mine] = (await searchesFor(WORKER, searching)) ?? []
    expect(mine).toMatchObject({ ...SEARCH, stood: { a: OPEN } })
    expect(await searchesFor(COLLEAGUE, searching)).toEqual([])
    expect(await searchesFor(KEEPER, searching)).toBeNull()
    const which = { search: mine?.id ?? '' }
    expect((await forgetSearch(COLLEAGUE, which, searching)).is).toBe('unknown')
    expect((await forgetSearch(WORKER, which, searching)).is).toBe('forgotten')
    expect(await searchesFor(WORKER, searching)).toEqual([])
  })

  test('twenty are enough', async () => {
    const store = await open()
    const searching = searchingOn(store, { days: 0, listings: {} })
    for (let i = 0; i < 20; i++) expect((await saveSearch(WORKER, SEARCH, searching)).is).toBe('saved')
    expect((await saveSearch(WORKER, SEARCH, searching)).is).toBe('too-many')
  })

  test('a copy of the database does not say what was searched for', async () => {
    const url = await empty()
    const store = await open(url)
    await saveSearch(WORKER, SEARCH, searchingOn(store, { days: 0, listings: { a: OPEN } }))
    const database = await connect(url)
    onTestFinished(() => database.close())
    const { rows } = await sql<object>`select * from saved_search`.execute(database.read)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/debt|Sale/i)
  })

  test('one letter a week, of all searches, late runs and second runs included', async () => {
    const store = await open()
    await withWorker(store)
    const world: World = { days: 0, listings: { a: OPEN } }
    const searching = searchingOn(store, world)
    await saveSearch(WORKER, SEARCH, searching)
    world.days = 0.01
    await saveSearch(WORKER, { name: 'Anything', address: 'what=any' }, searching)
    world.listings = { a: FULL, b: OPEN }
    expect(await tellNews(searching), 'the week in which it was saved').toBe(0)
    world.days = 3
    expect(await tellNews(searching), 'the next week, on a Wednesday: Monday was missed').toBe(1)
    expect(await tellNews(searching), 'a second run').toBe(0)
    const [letter, ...more] = await letters(store, 3)
    expect(more).toEqual([])
    const lines = [
      { is: 'found', name: 'Kettle b' },
      { is: 'full', name: 'Kettle a' },
    ]
    expect(letter).toMatchObject({
      to: 'worker@example.org',
      about: {
        searches: [
          { name: 'Debt, Sale', lines, more: 0 },
          { name: 'Anything', lines, more: 0 },
        ],
      },
    })
    world.days = 10
    expect(await tellNews(searching), 'nothing changed: no letter').toBe(0)
    world.days = 17
    world.listings = { a: OPEN }
    expect(await tellNews(searching)).toBe(1)
    expect((await letters(store, 17))[1]?.about).toMatchObject({
      searches: [{ lines: [{ is: 'room', name: 'Kettle a' }] }, { lines: [{ is: 'room' }] }],
    })
  })

  test('a run that dies tells nothing and forgets nothing', async () => {
    const store = await open()
    await withWorker(store)
    const world: World = { days: 0, listings: { a: OPEN } }
    const searching = searchingOn(store, world)
    await saveSearch(WORKER, SEARCH, searching)
    world.days = 7
    world.listings = { a: FULL }
    const dies = {
      ...searching,
      newId: (): string => {
        throw new Error('killed')
      },
    }
    await expect(tellNews(dies)).rejects.toThrow('killed')
    expect(await letters(store, 7)).toEqual([])
    expect(await tellNews(searching)).toBe(1)
  })

  test('whoever is no link worker any more keeps nothing, and a lost secret is no fault', async () => {
    const store = await open()
    await withWorker(store)
    const world: World = { days: 0, listings: { a: OPEN } }
    await saveSearch(WORKER, SEARCH, searchingOn(store, world))
    const gone = somebody('gone', 'link-worker M33')
    await saveSearch(gone, SEARCH, searchingOn(store, world))
    world.days = 7
    world.listings = { a: FULL }
    expect(await tellNews(searchingOn(store, world, 'another secret'))).toBe(0)
    expect(await store.workers.searches('gone')).toEqual([])
    expect(await store.workers.searches('worker')).toEqual([])
    expect(await searchesFor(WORKER, { ...searchingOn(store, world), now: () => NOW })).toEqual([])
  })
})
