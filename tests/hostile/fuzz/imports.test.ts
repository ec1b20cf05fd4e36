/** Thousands of wrong files and feeds: each ends in a report, none in a crash or a hang, and nobody loses a word by it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readData } from '../../../src/app/read-data.ts'
import { osmData } from '../../../src/imports/osm/tags.ts'
import { report as reportShape } from '../../../src/imports/report.ts'
import { settle } from '../../../src/listings/settle.ts'
import type { Known } from '../../../src/store/store.ts'
import { statement } from '../../store/made.ts'
import { NOW } from '../../fixtures.ts'
import { HANGS_MS } from '../../patience.ts'
import { all, workshop, type Bench } from '../../imports/workshop.ts'
import { mutants } from './mutants.ts'
import { pathOf, SEEDS, write } from './seeds.ts'

/** Wrong files of each kind, besides one cut off at every byte. */
const EACH = 2_000
/** So many in a hundred are written for good; the others are rolled back. */
const KEPT = 5

describe.each(SEEDS)('wrong files of the kind $name', (seed) => {
  let bench: Bench
  beforeAll(async () => {
    bench = { ...(await workshop()), osm: readData('data/osm.json', osmData) }
  })
  afterAll(() => bench.store.close())

  test('each ends in a report, and what a group said stands', { timeout: 300_000 }, async () => {
    const path = pathOf(seed)
    const good = Buffer.from(seed.good)
    write(path, good)
    const first = await seed.run(path, bench, { now: NOW })
    expect([first.state, first.why]).toEqual(['applied', null])
    const [known] = await all(bench.store)
    if (known !== undefined) await rings(bench, known, '0161 496 0999')
    let n = 0
    for (const { how, bytes } of mutants(good, 7, EACH)) {
      n++
      const kept = n % 100 < KEPT
      const before = await bench.store.lastChange()
      write(path, bytes)
      const begun = performance.now()
      const report = await seed
        .run(path, bench, { now: NOW, dryRun: !kept, acceptLoss: n % 2 === 0 })
        .catch((error: unknown) => expect.fail(`${seed.name}, ${how}: ${String(error)}`))
      const took = performance.now() - begun
      if (took > HANGS_MS) expect.fail(`${seed.name}, ${how}: took ${Math.round(took)} ms`)
      const read = reportShape.safeParse(report)
      if (!read.success) expect.fail(`${seed.name}, ${how}: ${read.error.message}`)
      if (report.state === 'refused' && !/^[^\n]{10,600}$/.test(report.why ?? ''))
        expect.fail(`${how}: ${report.why}`)
      if (report.state !== 'applied') expect(await bench.store.lastChange(), how).toBe(before)
      const sum = Object.values(report.listings).reduce((total, one) => total + one)
      if (report.state !== 'refused') expect(sum, how).toBe(report.read)
    }
    expect(n).toBeGreaterThan(EACH)
    expect(Object.prototype).not.toHaveProperty('polluted')
    const after = known === undefined ? undefined : await bench.store.byId(known.listing.id)
    if (known !== undefined)
      expect(after).toMatchObject({ known: { listing: { phone: { number: '0161 496 0999' } } } })
    console.log(`${seed.name}: ${n.toLocaleString('en-GB')} wrong files, each with its report`)
  })
})

/** The group gives another number, as in its form. */
async function rings({ store, ranks }: Bench, { listing }: Known, number: string): Promise<void> {
  const said = statement(listing.id, { phone: { number, visible: true } })
  const settled = settle([...(await store.statements(listing.id)), said], ranks)
  if (settled.is === 'nameless') throw new Error('no name')
  const { id, revision } = listing
  const edit = { listing: id, revision, statement: said, settled: settled.fields, at: NOW.toISOString() }
  expect(await store.edit({ ...edit, author: 'group' })).toMatchObject({ is: 'saved' })
}
