/** The figures of fair order as tables, and whether the goals of issue 5 are reached. */
import { assumedTable } from '../tables.ts'
import type { FairRow } from './run.ts'
import { assumedFair } from './world.ts'

type Mean = { mean: number; half: number }
export type FairSummary = {
  strength: number
  rows: FairRow[]
  ceilings: FairRow[]
  strengths: FairRow[]
  worlds: FairRow[]
}

const percent = ({ mean, half }: Mean, digits = 1) =>
  `${(mean * 100).toFixed(digits)}${half > 0 ? ` ± ${(half * 100).toFixed(digits)}` : ''} %`
const plain = ({ mean, half }: Mean, digits: number) =>
  `${mean.toFixed(digits)}${half > 0 ? ` ± ${half.toFixed(digits)}` : ''}`

export function fairTable(rows: readonly FairRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = [
    '',
    'seeds',
    'busiest 5 % of groups, off',
    'on',
    'falls by',
    'nDCG@10 lost',
    'with standing and miles',
    'extra miles',
    'sent to full groups, off',
    'on',
    'cards that say why',
  ]
  return [
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '--:'))),
    ...rows.map((row) =>
      line([
        row.name,
        String(row.seeds),
        percent(row.before),
        percent(row.after),
        percent(row.falls, 0),
        plain(row.loss, 4),
        plain(row.worthLoss, 4),
        plain(row.extra, 3),
        percent(row.fullBefore),
        percent(row.fullAfter),
        percent(row.said),
      ]),
    ),
  ].join('\n')
}

const GOALS = { falls: 0.3, loss: 0.01, extra: 0.2 }

export function fairVerdict(rows: readonly FairRow[]): string {
  const word = (reached: boolean) => (reached ? 'reached' : 'missed')
  return rows
    .map(
      ({ name, falls, loss, extra }) =>
        `- **${name}**: the share of the busiest 5 % of groups falls by ${percent(falls, 0)} (goal 30 %: ${word(falls.mean >= GOALS.falls)}), ` +
        `nDCG@10 by ${plain(loss, 4)} (goal at most 0.01: ${word(loss.mean <= GOALS.loss)}), ` +
        `people go ${plain(extra, 3)} miles farther (goal at most 0.2: ${word(extra.mean <= GOALS.extra)}).`,
    )
    .join('\n')
}

export const fairParts = ({ strength, rows, ceilings, strengths, worlds }: FairSummary) => ({
  verdict: fairVerdict(rows),
  strength: `The strength of \`data/site.json\`, ${strength}. ± is a 95 % interval over seeds, none of which the rule was tuned on.`,
  rows: fairTable(rows),
  ceilings: fairTable(ceilings),
  strengths: fairTable(strengths),
  worlds: fairTable(worlds),
  world: assumedTable(assumedFair()),
})
