/** The same people in the same thirty days, with the load spread and without, over several seeds and worlds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { interval } from '../measure.ts'
import type { Directory } from './directory.ts'
import { live, type Lived } from './life.ts'
import { searchers } from './people.ts'
import type { FairJob } from './jobs.ts'
import type { FairWorld } from './world.ts'

export type FairFigures = {
  /** Share of all people sent that goes to the busiest 5 % of groups: without spreading, with it, and by how much less. */
  before: number
  after: number
  falls: number
  /** nDCG@10 lost, list by list at the same moment: graded as the questions of tests/relevance are. */
  loss: number
  /** The same where standing and every mile count too. */
  worthLoss: number
  /** Miles farther than the same person had gone. */
  extra: number
  /** Share of people sent to groups that are full. */
  fullBefore: number
  fullAfter: number
  /** Share of the cards of first pages that say why. */
  said: number
}
type Mean = { mean: number; half: number }
export type FairRow = { name: string; seeds: number } & { [F in keyof FairFigures]: Mean }

/** The busiest of the groups. */
const BUSIEST = 0.05

function busiest(sent: ReadonlyMap<string, number>, { groups }: Directory): number {
  const sums = new Map<string, number>()
  let all = 0
  for (const [listing, count] of sent) {
    const group = groups.get(listing) ?? listing
    sums.set(group, (sums.get(group) ?? 0) + count)
    all += count
  }
  const most = Math.ceil(new Set(groups.values()).size * BUSIEST)
  const top = [...sums.values()].sort((a, b) => b - a).slice(0, most)
  return top.reduce((sum, it) => sum + it, 0) / all
}

const sentIn = ({ sent }: Lived): number => [...sent.values()].reduce((sum, it) => sum + it, 0)

/** One seed, without and with. */
export async function beside(directory: Directory, about: FairJob): Promise<FairFigures> {
  const people = searchers(directory, about.world, about.seed)
  const once = async (strength: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-fair-'))
    return live(directory, people, { ...about, strength, folder }).finally(() =>
      rmSync(folder, { recursive: true, force: true }),
    )
  }
  const [off, on] = [await once(0), await once(about.strength)]
  const [before, after] = [busiest(off.sent, directory), busiest(on.sent, directory)]
  return {
    before,
    after,
    falls: 1 - after / before,
    loss: (on.gradedPlain - on.graded) / on.ranked,
    worthLoss: (on.ndcgPlain - on.ndcg) / on.ranked,
    extra: (on.miles - on.milesPlain) / on.walked,
    fullBefore: off.toFull / sentIn(off),
    fullAfter: on.toFull / sentIn(on),
    said: on.said / on.cards,
  }
}

/** One row of a table: what came of some seeds. */
export function fairRow(name: string, all: readonly FairFigures[]): FairRow {
  const of = (figure: keyof FairFigures): Mean => interval(all.map((it) => it[figure]))
  return {
    name,
    seeds: all.length,
    before: of('before'),
    after: of('after'),
    falls: of('falls'),
    loss: of('loss'),
    worthLoss: of('worthLoss'),
    extra: of('extra'),
    fullBefore: of('fullBefore'),
    fullAfter: of('fullAfter'),
    said: of('said'),
  }
}

/** Half the days and half the people: as busy, and enough to compare worlds by. */
export const half = (world: FairWorld): FairWorld => ({
  ...world,
  days: world.days / 2,
  searches: Math.round(world.searches / 2),
})

export function otherWorlds(world: FairWorld): [name: string, world: FairWorld][] {
  const of = (over: Partial<FairWorld>): FairWorld => half({ ...world, ...over })
  return [
    ['as above, half as long', of({})],
    ['needs asked for as their listings are many', of({ zipf: 0, counts: 1 })],
    ['every need asked for as often', of({ zipf: 0 })],
    ['people read farther down', of({ position: 0.7 })],
    ['people take what stands first', of({ position: 1.5 })],
    ['three in ten of those sent are known', of({ known: 0.3 })],
  ]
}
