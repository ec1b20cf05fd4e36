/** The tables, as Markdown that can be read as it is. */
import type { Beside, Mean, Otherwise, Row, Summary } from './summary.ts'
import type { Assumed } from './world.ts'

const number = (value: number, digits = 1) => value.toFixed(digits)
const shown = ({ mean, half }: Mean, digits = 1) =>
  half === 0 ? number(mean, digits) : `${number(mean, digits)} ± ${number(half, digits)}`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

const HEAD = [
  '',
  'misleads %',
  'ended',
  'moved',
  'other time',
  'full',
  'good doubted %',
  '… of looks',
  'letters',
  'calls',
]
const cells = (it: Row) => [
  it.name,
  shown(it.misleads),
  number(it.ended.mean),
  number(it.moved.mean),
  number(it.times.mean),
  number(it.full.mean),
  shown(it.doubted),
  number(it.doubtedLooks.mean),
  number(it.letters.mean, 2),
  number(it.calls.mean, 2),
]
export const policiesTable = ({ policies }: Summary): string => table(HEAD, policies.map(cells))
export const partsTable = ({ parts }: Summary): string => table(HEAD, parts.map(cells))

const BESIDE = [
  '',
  'beside',
  'misleads: times theirs',
  'without “full”',
  'good doubted',
  'letters',
  'all asks',
]
export const besideTable = ({ beside }: Summary): string =>
  table(
    BESIDE,
    beside.map((it: Beside) => [
      it.own,
      it.other,
      shown(it.misleads, 2),
      shown(it.wrong, 2),
      Number.isFinite(it.doubted.mean) && it.doubted.mean < 1000
        ? shown(it.doubted, 2)
        : 'they doubt nothing',
      number(it.letters.mean, 2),
      number(it.asks.mean, 2),
    ]),
  )

const OTHERWISE = ['', 'ALISS misleads %', 'ours', 'times', 'without “full”', 'good doubted: ALISS', 'ours']
export const assumptionsTable = ({ assumptions }: Summary): string =>
  table(
    OTHERWISE,
    assumptions.map((it: Otherwise) => [
      it.row,
      number(it.aliss.misleads.mean),
      number(it.ours.misleads.mean),
      shown(it.beside.misleads, 2),
      number(it.beside.wrong.mean, 2),
      number(it.aliss.doubted.mean),
      number(it.ours.doubted.mean),
    ]),
  )

const value = (it: unknown): string => {
  if (Array.isArray(it))
    return it.map((one) => (Array.isArray(one) ? `${one[0]}: ${one[1]}` : String(one))).join(', ')
  if (typeof it === 'object' && it !== null)
    return Object.entries(it)
      .map(([name, one]) => `${name} ${Array.isArray(one) ? one.join(' ') : one}`)
      .join(', ')
  return String(it)
}
/** What is assumed, with unit, reason and source. */
export const assumedTable = (all: { [name: string]: Assumed }): string =>
  table(
    ['what', 'value', 'unit', 'why', 'source'],
    Object.entries(all).map(([name, it]) => [
      name.replaceAll('_', ' '),
      value(it.value),
      it.unit,
      it.why,
      it.source,
    ]),
  )
