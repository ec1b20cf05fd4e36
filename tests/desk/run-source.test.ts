/** Who may have a source read, and what comes of it; the process that reads is a real one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { importing, startReading, type Ended } from '../../src/app/sources/child.ts'
import { runNow, type RunNow } from '../../src/desk/run-source.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Source, Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { AT, COUNCIL, SOURCE } from '../store/made.ts'
import { ADMIN, DESK, KEEPER, somebody, UMBRELLA, WORKER, workshopOn } from '../workers/house.ts'

const arranged: Source = {
  ...SOURCE,
  arranged: { at: ['hubs.csv'], profile: 'hubs', every: null, ranks: {}, author: 'source' },
}
const WHO: [who: string, person: SignedIn | null, is: RunNow['is']][] = [
  ['nobody', null, 'refused'],
  ['a keeper', KEEPER, 'refused'],
  ['a link worker', WORKER, 'refused'],
  ['an umbrella body', UMBRELLA, 'refused'],
  ['the desk without a second step', { ...somebody('d', 'desk'), second: false }, 'refused'],
  ['the desk of an area', DESK, 'begun'],
  ['an administrator', ADMIN, 'begun'],
]

onEachDatabase('a source read now', ({ open }) => {
  async function benchOn(store: Store, free = true) {
    await store.arrange([arranged])
    await store.putSource(COUNCIL)
    const begun: string[] = []
    const startReading = (source: string, { acceptLoss }: { acceptLoss: boolean }) => {
      if (free) begun.push(`${source} ${acceptLoss}`)
      return free
    }
    return { begun, workshop: { ...workshopOn(store), startReading } }
  }
  const record = async (store: Store) =>
    (await store.audit({ limit: 9 })).map(({ did, about, person }) => [did, about, person])

  test('who may', async () => {
    const store = await open()
    const { begun, workshop } = await benchOn(store)
    for (const [who, person, is] of WHO) {
      const done = await runNow(person, { source: 'hubs', acceptLoss: false }, workshop)
      expect([who, done.is]).toEqual([who, is])
    }
    expect(begun).toEqual(['hubs false', 'hubs false'])
    expect((await record(store)).map(([did]) => did)).toEqual(['ran-source', 'ran-source'])
  })

  test('that a loss is meant is passed on, and stands in the record', async () => {
    const store = await open()
    const { begun, workshop } = await benchOn(store)
    // The desk of one area does not answer for what is lost in others.
    expect(await runNow(DESK, { source: 'hubs', acceptLoss: true }, workshop)).toEqual({ is: 'refused' })
    await runNow(ADMIN, { source: 'hubs', acceptLoss: true }, workshop)
    expect(begun).toEqual(['hubs true'])
    expect(await record(store)).toEqual([['accepted-loss', 'hubs', 'admin']])
  })

  test('not one that nobody arranged, nor one that is being read; then nothing is recorded', async () => {
    const store = await open()
    const { begun, workshop } = await benchOn(store)
    const now = (source: string) => runNow(ADMIN, { source, acceptLoss: false }, workshop)
    expect([await now('council'), await now('none')]).toEqual([{ is: 'unknown' }, { is: 'unknown' }])
    const elsewhere = {
      run: 'r1',
      source: arranged,
      startedAt: AT,
      by: 'due' as const,
      holder: 'elsewhere 1 r1',
    }
    await store.imports.begin({ ...elsewhere, now: new Date(), ms: 60_000 }, () => false)
    expect(await now('hubs')).toEqual({ is: 'busy' })
    expect([begun, await record(store)]).toEqual([[], []])
  })

  test('a second press while this process reads it', async () => {
    const store = await open()
    const { workshop } = await benchOn(store, false)
    expect(await runNow(ADMIN, { source: 'hubs', acceptLoss: false }, workshop)).toEqual({ is: 'busy' })
    expect(await record(store)).toEqual([])
  })
})

function emptyConfig() {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-child-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return readConfig({ DATA_DIR: folder, DEMO: '0' })
}

test('the process that reads what is due prints its reports and nothing else', async () => {
  const { code, said, wrong } = await importing(emptyConfig(), ['--due', '--json'])
  expect([code, said, wrong]).toEqual([0, '[]\n', ''])
})

test('a press begins a process and does not wait; a second one is busy; what went wrong is told', async () => {
  const { promise, resolve } = Promise.withResolvers<[string, Ended | Error]>()
  const start = startReading(emptyConfig(), (source, how) => resolve([source, how]))
  expect([start('osm', { acceptLoss: false }), start('osm', { acceptLoss: true })]).toEqual([true, false])
  expect(await promise).toEqual([
    'osm',
    { code: 1, said: '', wrong: 'data/sources.json does not say where "osm" is read.\n' },
  ])
})
