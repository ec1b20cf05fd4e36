/** Puts the figures into the report: what stands between its marks is written by the simulation, the rest by people. */
import type { Summary } from './summary.ts'
import { assumedTable, assumptionsTable, besideTable, partsTable, policiesTable } from './tables.ts'
import type { Assumed } from './world.ts'

export type Parts = { [mark: string]: string }

export function reportParts(
  summary: Summary,
  world: { [name: string]: Assumed },
  rules: {
    [name: string]: { value?: unknown; values?: unknown; unit?: string; why: string; source?: string }
  },
): Parts {
  const plan = Object.fromEntries(
    Object.entries(rules)
      .filter(([name]) => name !== 'kinds')
      .map(([name, it]) => [
        name,
        { value: it.value ?? it.values, unit: it.unit ?? '', why: it.why, source: it.source ?? 'assumed' },
      ]),
  )
  return {
    verdict: verdict(summary),
    seeds: `${summary.listings.toLocaleString('en-GB')} listings, ${summary.years} years, ${summary.seeds} seeds; the tables of parts and of other worlds ${summary.fewer} seeds. ± is a 95 % interval.`,
    policies: policiesTable(summary),
    beside: besideTable(summary),
    parts: partsTable(summary),
    assumptions: assumptionsTable(summary),
    world: assumedTable(world),
    plan: assumedTable(plan),
  }
}

/** Throws where a mark is missing: a figure nobody sees is not reported. */
export function fillIn(report: string, parts: Parts): string {
  return Object.entries(parts).reduce((text, [mark, content]) => {
    const [begin, end] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`]
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`the report has no place for "${mark}"`)
    return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`
  }, report)
}

/** The goal of the plan, and whether it is reached: at most half, at no more mails, with no more of the good doubted. */
export function verdict({ beside, policies }: Summary): string {
  const lines = beside.map(({ own, other, misleads, wrong, doubted }) => {
    const theirs = policies.find(({ name }) => name === other)?.doubted.mean ?? 0
    const half =
      misleads.mean + misleads.half <= 0.5
        ? 'half is reached'
        : misleads.mean <= 0.5
          ? 'half is just reached'
          : 'half is missed'
    const our = policies.find(({ name }) => name === own)?.doubted.mean ?? 0
    const good =
      theirs === 0
        ? `but doubts ${our.toFixed(0)} % of the good where that doubts nothing`
        : `doubting ${doubted.mean.toFixed(2)} times as many of the good`
    return `- **${own}**: misleads ${misleads.mean.toFixed(2)} ± ${misleads.half.toFixed(2)} times as often as “${other}” (${wrong.mean.toFixed(2)} without “full”), ${good}. The goal is half: ${half}.`
  })
  return lines.join('\n')
}
