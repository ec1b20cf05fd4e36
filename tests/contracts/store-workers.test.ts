/** What link workers write is kept alike on both databases: sentences that end, searches, turns, counts. */
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/store/database.ts'
import type { Note } from '../../src/store/workers/notes.ts'
import type { SavedSearch } from '../../src/store/workers/searches.ts'
import { onEachDatabase } from '../store/databases.ts'
import { AT, aNew } from '../store/made.ts'

const NOW = new Date(AT)
const note = (over: Partial<Note> = {}): Note => ({
  id: 'n1',
  listing: 'a',
  kind: 'colleague',
  words: 'Ask for the side door',
  person: 'p1',
  role: 'link-worker',
  at: AT,
  until: '2026-12-01',
  ...over,
})
const search = (over: Partial<SavedSearch> = {}): SavedSearch => ({
  id: 's1',
  person: 'p1',
  savedAt: AT,
  about: 'sealed',
  toldWeek: '2026-11-16',
  ...over,
})

onEachDatabase('what link workers write', ({ open, empty }) => {
  test('notes hold until their last day, newest first, and end once', async () => {
    const store = await open()
    await store.add([aNew('a'), aNew('b')])
    await store.act(async ({ workers }) => {
      await workers.addNote(note())
      await workers.addNote(note({ id: 'n2', at: '2026-11-22T10:00:00.000Z' }))
      await workers.addNote(note({ id: 'n3', listing: 'b', kind: 'group', role: 'group' }))
    })
    const ids = async (listings: string[], day: string) =>
      (await store.workers.notes(listings, day)).map(({ id }) => id)
    expect(await ids(['a'], '2026-12-01')).toEqual(['n2', 'n1'])
    expect(await ids(['a'], '2026-12-02')).toEqual([])
    expect(await ids(['a', 'b'], '2026-11-22')).toEqual(['n2', 'n1', 'n3'])
    expect(await ids([], '2026-11-22')).toEqual([])
    expect(await store.workers.note('n1')).toEqual(note())
    expect(await store.act(({ workers }) => workers.endNote('n1', AT))).toBe(true)
    expect(await store.act(({ workers }) => workers.endNote('n1', AT))).toBe(false)
    expect(await store.workers.note('n1')).toBeNull()
  })

  test('a search is one person’s, told once a week, and gone when it is forgotten', async () => {
    const store = await open()
    await store.act(async ({ workers }) => {
      await workers.addSearch(search())
      await workers.addSearch(search({ id: 's2', savedAt: '2026-11-22T10:00:00.000Z' }))
      await workers.addSearch(search({ id: 's3', person: 'p2', toldWeek: '2026-11-23' }))
    })
    expect((await store.workers.searches('p1')).map(({ id }) => id)).toEqual(['s1', 's2'])
    expect(await store.workers.searchersDue('2026-11-16', 9)).toEqual([])
    expect(await store.workers.searchersDue('2026-11-23', 9)).toEqual(['p1'])
    expect(await store.workers.searchersDue('2026-11-30', 1)).toEqual(['p1'])
    const told = { about: 'sealed anew', toldWeek: '2026-11-23' }
    await store.act(async ({ workers }) => {
      await workers.toldOf({ id: 's1', ...told })
      await workers.toldOf({ id: 'nowhere', ...told })
    })
    expect(await store.workers.searches('p1')).toEqual([
      search(told),
      search({ id: 's2', savedAt: '2026-11-22T10:00:00.000Z' }),
    ])
    expect(await store.act(({ workers }) => workers.forgetSearch('p2', 's1'))).toBe(false)
    expect(await store.act(({ workers }) => workers.forgetSearch('p1', 's1'))).toBe(true)
    expect((await store.workers.searches('p1')).map(({ id }) => id)).toEqual(['s2'])
  })

  test('whoever is forgotten leaves no search and no turn', async () => {
    const url = await empty()
    const store = await open(url)
    const { id } = await store.act(({ people }) => people.for({ id: 'p1', email: 'a@example.org', at: AT }))
    await store.act(async ({ workers, people }) => {
      await workers.addSearch(search({ person: id }))
      await workers.takeTurn({ listing: 'a', person: id, until: '2026-11-22T12:00:00.000Z' }, NOW)
      await people.forget(id, AT)
    })
    const database = await connect(url)
    onTestFinished(() => database.close())
    const left = await sql<{ n: number }>`select (select count(*) from saved_search)
      + (select count(*) from turn) as n`.execute(database.read)
    expect(Number(left.rows[0]?.n)).toBe(0)
  })

  test('a turn is one person’s until it lapses', async () => {
    const store = await open()
    const turn = (person: string, until: string) => ({ listing: 'a', person, until })
    const take = (person: string, until: string, at: Date) =>
      store.act(({ workers }) => workers.takeTurn(turn(person, until), at))
    expect(await take('p1', '2026-11-22T10:00:00.000Z', NOW)).toBe(true)
    expect(await take('p2', '2026-11-22T10:00:00.000Z', NOW)).toBe(false)
    expect(await store.workers.turns(NOW)).toEqual([turn('p1', '2026-11-22T10:00:00.000Z')])
    expect(await store.workers.turns(new Date('2026-11-22T10:00:00.000Z'))).toEqual([])
    expect(await take('p2', '2026-11-22T12:00:00.000Z', new Date('2026-11-22T10:00:00.000Z'))).toBe(true)
    await store.act(({ workers }) => workers.freeTurn('a', 'p1'))
    expect(await store.workers.turns(NOW)).toHaveLength(1)
    await store.act(({ workers }) => workers.freeTurn('a', 'p2'))
    expect(await store.workers.turns(NOW)).toEqual([])
  })
})
