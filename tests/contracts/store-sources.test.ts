/** Sources as records, and a run from its beginning to its end: who holds it, and what is kept of one that was cut off. */
import { describe, expect, test } from 'vitest'
import type { Beginning } from '../../src/store/running.ts'
import type { Arranged, Source, Store } from '../../src/store/store.ts'
import { onEachDatabase, type DatabaseUnderTest } from '../store/databases.ts'
import { aRow, AT, COUNCIL, importing, later, SOURCE, writing } from '../store/made.ts'

const NOBODY_IS_GONE = () => false
const ALL_ARE_GONE = () => true
const NOW = new Date(AT)
const MS = 60_000

const beginning = (run: string, over: Partial<Beginning> = {}): Beginning => ({
  run,
  source: SOURCE,
  startedAt: AT,
  by: 'due',
  holder: `here 1 ${run}`,
  now: NOW,
  ms: MS,
  ...over,
})
const of = (run: string, source = 'hubs') => ({ run, source, startedAt: AT })
const refusal = { report: '{"why":"No."}', why: 'No.' }
const states = async (store: Store) => (await store.runs(null, 99)).map(({ id, state }) => `${id} ${state}`)

onEachDatabase('sources and their runs', arrangements)
onEachDatabase('a run from its beginning', beginnings)

function arrangements({ open }: DatabaseUnderTest): void {
  const how: Arranged = {
    at: ['https://example.org/hubs.csv'],
    profile: 'hubs',
    every: '0 4 * * 1',
    ranks: { contact: 70 },
    author: 'register',
  }
  const arranged: Source = { ...SOURCE, arranged: how }

  test('what is arranged becomes a record; what changed changes it; what is left out stays, and is read by nobody', async () => {
    const store = await open()
    await store.arrange([arranged, { ...COUNCIL, arranged: how }])
    expect(await store.sources()).toEqual([{ ...COUNCIL, arranged: how }, arranged])
    const changed = { ...arranged, name: 'All hubs', arranged: { ...how, every: null } }
    await store.arrange([changed])
    expect(await store.sources()).toEqual([COUNCIL, changed])
  })

  test('arranged again as it was, nothing is written', async () => {
    const store = await open()
    await store.arrange([arranged])
    await importing(store, writing([aRow('1')]), { source: SOURCE })
    const before = await store.sources()
    await store.arrange([arranged])
    expect(await store.sources()).toEqual(before)
    expect(before[0]?.lastRunAt).toBe(AT)
  })

  test('a run with another name for it does not rename what is arranged', async () => {
    const store = await open()
    await store.arrange([arranged])
    await importing(store, writing([aRow('1')]), { source: { ...SOURCE, name: 'hubs.csv', licence: 'none' } })
    expect(await store.sources()).toEqual([{ ...arranged, lastRunAt: AT }])
  })

  test('how many listings a source speaks of, and how many it no longer has', async () => {
    const store = await open()
    expect(await store.sourceCounts()).toEqual(new Map())
    await importing(store, writing(['1', '2', '3'].map((key) => aRow(key))))
    await importing(store, writing([], ['1', '2']), { startedAt: later(7) })
    expect(await store.sourceCounts()).toEqual(new Map([['hubs', { listings: 3, missing: 1 }]]))
  })

  test('the last runs of each source, newest first', async () => {
    const store = await open()
    for (const [i, source] of [SOURCE, SOURCE, COUNCIL, SOURCE].entries())
      await importing(store, async () => undefined, {
        source,
        run: `r${i}`,
        startedAt: later(i),
        refuse: i === 1,
      })
    const last = await store.lastRuns(2)
    expect(
      [...last].map(([source, heads]) => [source, heads.map(({ id, state }) => `${id} ${state}`)]),
    ).toEqual([
      ['council', ['r2 applied']],
      ['hubs', ['r3 applied', 'r1 refused']],
    ])
    expect(last.get('hubs')?.[1]).toMatchObject({ asks: true, why: null, by: 'hand' })
    expect(Object.keys(last.get('hubs')?.[0] ?? {})).not.toContain('report')
  })
}

function beginnings({ open, empty }: DatabaseUnderTest): void {
  test('its record is there before anything else is written, and ends with it', async () => {
    const store = await open()
    expect(await store.imports.begin(beginning('r1'), NOBODY_IS_GONE)).toEqual({ is: 'begun', cutOff: [] })
    expect(await store.run('r1')).toMatchObject({ state: 'running', by: 'due', finishedAt: null, report: '' })
    expect((await store.sources())[0]?.lastRunAt).toBeNull()
    await importing(store, writing([aRow('1')]), { run: 'r1' })
    expect(await store.run('r1')).toMatchObject({
      state: 'applied',
      by: 'due',
      report: '{"read":1}',
      why: null,
    })
    // A late word of its end changes nothing, and its turn is free.
    await store.imports.end(of('r1'), refusal)
    expect(await states(store)).toEqual(['r1 applied'])
    expect((await store.imports.begin(beginning('r2'), NOBODY_IS_GONE)).is).toBe('begun')
  })

  test('one that wrote nothing says why', async () => {
    const store = await open()
    await store.imports.begin(beginning('r1'), NOBODY_IS_GONE)
    await store.imports.end(of('r1'), refusal)
    expect(await store.run('r1')).toMatchObject({ state: 'refused', ...refusal, asks: false })
  })

  test('two processes never read one source at once; another source is free', async () => {
    const url = await empty()
    const [one, other] = [await open(url), await open(url)]
    const begun = await Promise.all([
      one.imports.begin(beginning('r1'), NOBODY_IS_GONE),
      other.imports.begin(beginning('r2'), NOBODY_IS_GONE),
    ])
    expect(begun.map(({ is }) => is).sort()).toEqual(['begun', 'busy'])
    expect(await other.imports.begin(beginning('r3'), NOBODY_IS_GONE)).toEqual({ is: 'busy', since: AT })
    expect((await other.imports.begin(beginning('r4', { source: COUNCIL }), NOBODY_IS_GONE)).is).toBe('begun')
    expect((await states(one)).length).toBe(2)
  })

  test('it is not begun where another run came in between', async () => {
    const store = await open()
    expect((await store.imports.begin(beginning('r1', { after: 'r0' }), NOBODY_IS_GONE)).is).toBe('busy')
    expect((await store.imports.begin(beginning('r1', { after: null }), NOBODY_IS_GONE)).is).toBe('begun')
    await store.imports.end(of('r1'), refusal)
    expect((await store.imports.begin(beginning('r2', { after: null }), NOBODY_IS_GONE)).is).toBe('busy')
    expect((await store.imports.begin(beginning('r2', { after: 'r1' }), NOBODY_IS_GONE)).is).toBe('begun')
  })

  describe('one whose process is gone', () => {
    test('is marked as stopped, once, and named', async () => {
      const store = await open()
      await store.imports.begin(beginning('r1'), NOBODY_IS_GONE)
      expect(await store.imports.cutOff(later(1), NOBODY_IS_GONE)).toEqual([])
      const cut = [{ run: 'r1', source: 'hubs', name: 'Hubs', startedAt: AT }]
      expect(await store.imports.cutOff(later(1), ALL_ARE_GONE)).toEqual(cut)
      expect(await store.imports.cutOff(later(1), ALL_ARE_GONE)).toEqual([])
      expect(await store.run('r1')).toMatchObject({ state: 'stopped', finishedAt: later(1), asks: false })
    })

    test('makes way for the next one at once, though its turn is not over', async () => {
      const store = await open()
      await store.imports.begin(beginning('r1'), NOBODY_IS_GONE)
      const next = await store.imports.begin(beginning('r2'), ALL_ARE_GONE)
      expect(next).toMatchObject({ is: 'begun', cutOff: [{ run: 'r1' }] })
      expect((await states(store)).sort()).toEqual(['r1 stopped', 'r2 running'])
    })

    test('and was not: what it still wants to write is not kept', async () => {
      const store = await open()
      await store.imports.begin(beginning('r1'), NOBODY_IS_GONE)
      await store.imports.begin(beginning('r2'), ALL_ARE_GONE)
      await importing(store, writing([aRow('1')]), { run: 'r2' })
      const late = importing(store, writing([aRow('2', {}, { slug: 'two' })]), { run: 'r1' })
      await expect(late).rejects.toThrow(/r1.*nothing of it is kept/)
      expect((await states(store)).sort()).toEqual(['r1 stopped', 'r2 applied'])
      expect((await store.count()).all).toBe(1)
    })

    test('cannot be taken back', async () => {
      const store = await open()
      await store.imports.begin(beginning('r1'), NOBODY_IS_GONE)
      await store.imports.cutOff(later(1), ALL_ARE_GONE)
      await expect(store.imports.undo('r1', later(2), () => null)).rejects.toThrow('is stopped')
    })
  })
}
