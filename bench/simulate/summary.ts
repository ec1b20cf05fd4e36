/** The figures over all seeds, and ours beside another in the same lives. */
import { ALISS, onTopOf, OTHERWISE, sameAs, type Other, type Ran } from './experiments.ts'
import { figures, interval, type Figures, type Tallied } from './measure.ts'

export type Mean = { mean: number; half: number }
export type Row = { name: string } & { [F in keyof Figures]: Mean }
/** Ours divided by the other, seed by seed. */
export type Beside = {
  other: string
  own: string
  letters: Mean
  misleads: Mean
  wrong: Mean
  doubted: Mean
  asks: Mean
}
export type Otherwise = { row: string; aliss: Row; ours: Row; beside: Beside }
export type Summary = {
  seeds: number
  fewer: number
  years: number
  listings: number
  policies: Row[]
  beside: Beside[]
  parts: Row[]
  assumptions: Otherwise[]
}

export function summary(ran: readonly Ran[], listings: number, years: number): Summary {
  const of = (table: string, row?: string) =>
    ran.filter((it) => it.table === table && (row === undefined || it.row === row))
  const [policies, parts] = [of('policies'), of('parts')]
  const rows = (some: readonly Ran[]) =>
    Object.keys(some[0]?.results ?? {}).map((name) => rowOf(name, some, listings, years))
  return {
    seeds: policies.length,
    fewer: parts.length,
    years,
    listings,
    policies: rows(policies),
    beside: Object.keys(policies[0]?.results ?? {})
      .flatMap((name) => [sameAs, onTopOf].map((own) => ({ name, own: own(name as Other) })))
      .filter(({ own }) => policies[0]?.results[own] !== undefined)
      .map(({ name, own }) => beside(name, own, policies, listings, years)),
    parts: rows(parts),
    assumptions: OTHERWISE.map(({ row }) => ({
      row,
      aliss: rowOf(ALISS, of('assumptions', row), listings, years),
      ours: rowOf('ours', of('assumptions', row), listings, years),
      beside: beside(ALISS, 'ours', of('assumptions', row), listings, years),
    })),
  }
}

function each(name: string, ran: readonly Ran[], listings: number, years: number): Figures[] {
  return ran
    .map(({ results }) => results[name])
    .filter((it): it is Tallied => it !== undefined)
    .map((it) => figures(it, listings, years))
}

function rowOf(name: string, ran: readonly Ran[], listings: number, years: number): Row {
  const all = each(name, ran, listings, years)
  const of = (figure: keyof Figures) => interval(all.map((it) => it[figure]))
  return {
    name,
    misleads: of('misleads'),
    wrong: of('wrong'),
    ended: of('ended'),
    moved: of('moved'),
    times: of('times'),
    full: of('full'),
    doubted: of('doubted'),
    doubtedLooks: of('doubtedLooks'),
    misledOfThousand: of('misledOfThousand'),
    asks: of('asks'),
    letters: of('letters'),
    calls: of('calls'),
  }
}

function beside(other: string, own: string, ran: readonly Ran[], listings: number, years: number): Beside {
  const [theirs, our] = [each(other, ran, listings, years), each(own, ran, listings, years)]
  const ratio = (figure: keyof Figures) =>
    interval(our.map((it, at) => it[figure] / Math.max(1e-9, theirs[at]?.[figure] ?? 0)))
  return {
    other,
    own,
    letters: ratio('letters'),
    misleads: ratio('misleads'),
    wrong: ratio('wrong'),
    doubted: ratio('doubted'),
    asks: ratio('asks'),
  }
}
