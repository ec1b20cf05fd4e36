/** Two listings that may be one, and the matter about them: for tests of what the desk does with it. */
import type { Matter } from '../../src/store/matters/matter.ts'
import { NOW } from '../fixtures.ts'
import { all, importText, list, plain, workshop, type Bench } from '../imports/workshop.ts'
import { somebody } from '../workers/house.ts'

export const ALL = somebody('all', 'desk')
export const COUNCIL = plain({ source: { id: 'council', name: 'Council list' } })
/** One thing, as three lists tell it: the second has no postcode, so somebody must look. */
export const HERE = list('Kettle On,Tea,M33 2AB,0161 496 0001,')
export const THERE = list('Kettle On,Tea and cake,,0161 496 0001,')

let ids = 0
export async function house(url: string) {
  const bench = await workshop(url)
  const desk = { ...bench, now: () => NOW, newId: () => `id-${String(++ids).padStart(4, '0')}` }
  return { bench, desk }
}
export const given = (matter: string, decision: string, keep: string | null = null) => ({
  matter,
  decision,
  keep,
  reason: '',
  how: null,
  endedOn: null,
  despite: [],
})
export const matters = (bench: Bench): Promise<Matter[]> => bench.store.matters.list({ kind: 'match' })
export const listings = async (bench: Bench) =>
  (await all(bench.store)).filter(({ listing }) => listing.status !== 'draft').map(({ listing }) => listing)

/** Two listings of one name with the same telephone in two places, and the matter about them. */
export async function asked(url: string) {
  const { bench, desk } = await house(url)
  await importText(HERE, bench)
  const run = (await importText(THERE, bench, { profile: COUNCIL })).run
  const [matter] = await matters(bench)
  const [a, b] = (await all(bench.store)).sort((x, y) => x.listing.change - y.listing.change)
  if (!matter || !a || !b) throw new Error('nothing was asked')
  return { bench, desk, matter, run, a: a.listing, b: b.listing }
}
