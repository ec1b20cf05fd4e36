/** What is compared with what: the policies side by side, ours without its parts, ours in other worlds. */
import type { CapacityThresholds } from '../../src/capacity/event.ts'
import type { Assumptions } from '../../src/freshness/review/assumptions.ts'
import { KIND_CLASSES, type KindClass } from '../../src/freshness/review/reviewed.ts'
import { live } from './directory.ts'
import { drawLives } from './lives.ts'
import type { Tallied } from './measure.ts'
import { aliss } from './policies/aliss.ts'
import { everyMonths, nothing } from './policies/fixed.ts'
import { ours, type Site } from './policies/ours.ts'
import { ALL, type Parts } from './policies/parts.ts'
import { streetSupport } from './policies/street-support.ts'
import type { Policy } from './seen.ts'
import { times, type World } from './world.ts'

export const OTHERS = {
  nothing: () => nothing,
  'a mail every 12 months': () => everyMonths(12),
  'a mail every 6 months': () => everyMonths(6),
  'a mail every 3 months': () => everyMonths(3),
  'ALISS: 10, 11, 12 months, then demoted': () => aliss(),
  'ALISS, with words on room that lapse': (lapses: CapacityThresholds) => aliss(lapses),
  'Street Support: 90 days, badge gone at 100': () => streetSupport,
} as const satisfies { [name: string]: (lapses: CapacityThresholds) => Policy }
export type Other = keyof typeof OTHERS
export const ALISS: Other = 'ALISS: 10, 11, 12 months, then demoted'

/** Ours with no more asks than another policy made in the same lives. `calls`: on top of the letters. */
export type Ours = {
  name: string
  asksOf: Other
  rules?: Partial<Assumptions>
  parts?: Partial<Parts>
  onTop?: boolean
}
export type Job = { table: string; row: string; seed: number; world: World; others: Other[]; ours: Ours[] }
export type Ran = { table: string; row: string; seed: number; results: { [policy: string]: Tallied } }

/** The same lives for every policy; ours comes after those whose number of asks it may not exceed. */
export function runJob(
  { table, row, seed, world, others, ours: own }: Job,
  rules: Assumptions,
  site: Site,
): Ran {
  const lives = drawLives(world, seed)
  const results: { [policy: string]: Tallied } = {}
  for (const name of others) results[name] = live(world, lives, OTHERS[name](site.capacity))
  for (const it of own) {
    const asks = results[it.asksOf]?.letters ?? 0
    const parts = { ...ALL, ...it.parts }
    const policy = ours(
      { asks, weeks: lives.weeks, onTop: it.onTop ?? false },
      { ...rules, ...it.rules },
      site,
      parts,
    )
    results[it.name] = live(world, lives, policy)
  }
  return { table, row, seed, results }
}

/** "ALISS" of "ALISS: 10, 11, 12 months, then demoted". */
export const shortName = (other: string): string => other.replace(/:.*$/, '')
export const sameAs = (other: Other): string => `ours, as many asks as ${shortName(other)}`
export const onTopOf = (other: Other): string => `ours, as many letters as ${shortName(other)}, calls on top`
const BESIDE: Other[] = [
  'a mail every 12 months',
  'a mail every 6 months',
  ALISS,
  'Street Support: 90 days, badge gone at 100',
]

const policies = (seed: number, world: World): Job => ({
  table: 'policies',
  row: 'policies',
  seed,
  world,
  others: ['nothing', ...BESIDE, 'a mail every 3 months'],
  ours: [
    ...BESIDE.map((asksOf) => ({ name: sameAs(asksOf), asksOf })),
    { name: onTopOf(ALISS), asksOf: ALISS, onTop: true },
  ],
})

const ONLY_ORDER: Partial<Parts> = { ladder: false, lapse: false, funding: false, calls: false }
const PARTS: Omit<Ours, 'asksOf'>[] = [
  { name: 'ours' },
  { name: 'words on room do not lapse', parts: { lapse: false } },
  { name: 'letters only: no calls, no look-ups', parts: { ladder: false } },
  { name: 'nothing is asked or known of money', parts: { funding: false } },
  { name: 'what link workers hear is not kept', parts: { calls: false } },
  { name: 'looks do not count', parts: { looks: false } },
  { name: 'how people answered does not count', parts: { answers: false } },
  { name: 'the order of letters only', parts: ONLY_ORDER },
  { name: 'as many letters, calls on top', onTop: true },
  { name: 'with the link checker on', parts: { links: true } },
  { name: 'as many letters, calls on top, link checker on', onTop: true, parts: { links: true } },
  { name: 'a confirmation lasts by kind of listing (not built)', parts: { byKind: true } },
]
const parts = (seed: number, world: World): Job => ({
  table: 'parts',
  row: 'parts',
  seed,
  world,
  others: [ALISS, 'ALISS, with words on room that lapse'],
  ours: PARTS.map((it) => ({ ...it, asksOf: ALISS })),
})

type Otherwise = {
  row: string
  world?: (it: World) => Partial<World>
  rules?: (it: Assumptions) => Partial<Assumptions>
}
const hazards = (it: World, factor: number): Partial<World> => ({
  ends_a_year: times(it.ends_a_year, factor),
  times_change_a_year: times(it.times_change_a_year, factor),
  moves_a_year: times(it.moves_a_year, factor),
  renewed: 1 - Math.min(1, (1 - it.renewed) * factor),
})
const thinks = (it: Assumptions, factor: number): Partial<Assumptions> => ({
  ends_a_year: times(it.ends_a_year, factor),
  times_change_a_year: times(it.times_change_a_year, factor),
  moves_a_year: times(it.moves_a_year, factor),
  contact_changes_a_year: times(it.contact_changes_a_year, factor),
})
const alike = (it: { [K in KindClass]: number }): { [K in KindClass]: number } => {
  const all = mean(it)
  return { session: all, course: all, building: all, service: all, remote: all }
}
const mean = (it: { [K in KindClass]: number }) =>
  KIND_CLASSES.reduce((sum, kind) => sum + it[kind], 0) / KIND_CLASSES.length

export const OTHERWISE: Otherwise[] = [
  { row: 'as assumed' },
  ...[0.2, 0.3, 0.7].map((answers) => ({
    row: `${answers * 100} % of letters are answered`,
    world: () => ({ answers }),
  })),
  ...[0, 0.8].map((grant_known) => ({
    row: `${grant_known * 100} % of grant ends are known at the start`,
    world: () => ({ grant_known, ...(grant_known === 0 ? { tells_funding: 0 } : {}) }),
  })),
  { row: 'everything changes half as often', world: (it) => hazards(it, 0.5) },
  { row: 'everything changes half as often again', world: (it) => hazards(it, 1.5) },
  { row: 'a tenth of grants ends on 31 March', world: () => ({ ends_31_march: 0.1 }) },
  { row: 'looks are more even', world: () => ({ looks_spread: 0.9 }) },
  { row: 'looks are as uneven as Zipf says', world: () => ({ looks_spread: 1.9 }) },
  { row: 'nobody reports', world: () => ({ misled_report: 0 }) },
  { row: 'twice as many report', world: (it) => ({ misled_report: it.misled_report * 2 }) },
  { row: 'nobody heeds a doubt', world: () => ({ heeds_doubt: 1, rings_first: 0 }) },
  {
    row: 'half as many calls are answered',
    world: (it) => ({ ring_answered: it.ring_answered / 2, ring_ended: it.ring_ended / 2 }),
  },
  {
    row: 'the plan thinks all kinds are alike',
    rules: (it) => ({
      ends_a_year: alike(it.ends_a_year),
      times_change_a_year: alike(it.times_change_a_year),
      moves_a_year: alike(it.moves_a_year),
      grant_funded: alike(it.grant_funded),
    }),
  },
  { row: 'the plan thinks everything changes half as often', rules: (it) => thinks(it, 0.5) },
  { row: 'the plan thinks everything changes twice as often', rules: (it) => thinks(it, 2) },
  { row: 'the plan thinks 80 % answer', rules: () => ({ answers: 0.8 }) },
]
const otherwise = (seed: number, world: World, rules: Assumptions): Job[] =>
  OTHERWISE.map((it) => ({
    table: 'assumptions',
    row: it.row,
    seed,
    world: { ...world, ...it.world?.(world) },
    others: [ALISS],
    ours: [{ name: 'ours', asksOf: ALISS, rules: it.rules?.(rules) ?? {} }],
  }))

/** All that is run: the policies over `seeds`, what is beside them over fewer. */
export function allJobs(world: World, rules: Assumptions, seeds: number, fewer: number): Job[] {
  const from = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
  return [
    ...from(seeds).map((seed) => policies(seed, world)),
    ...from(fewer).map((seed) => parts(seed, world)),
    ...from(fewer).flatMap((seed) => otherwise(seed, world, rules)),
  ]
}
