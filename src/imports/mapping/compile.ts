/** A profile and a file's columns, made into one function from a row to what it says. */
import type { Taxonomy } from '../../listings/taxonomy.ts'
import type { Profile } from '../profile.ts'
import { Refused } from '../refused.ts'
import type { Problem } from '../report.ts'
import { columnName } from '../reading/layout.ts'
import type { Records, Row } from '../sources/records.ts'
import type { Meaning } from '../told.ts'
import { cleaner } from '../transforms/cell.ts'
import { dayOf } from '../transforms/figures.ts'
import { complain, emptyDraft } from './draft.ts'
import { finish } from './finish.ts'
import { columnsInTemplate, compileRule, type ColumnOf, type Step } from './rule.ts'
import { keyOf } from './key.ts'
import { skipper } from './skip.ts'
import { targetsOf } from './targets.ts'

export type RowReader = {
  read: (row: Row) => Meaning
  /** Columns the profile speaks of that the file has not. */
  problems: Problem[]
}

/** Columns a profile speaks of: how the header is found. */
export function columnsOf(profile: Profile): string[] {
  const names = Object.values(profile.fields).flatMap((rule) => columnsOfRule(rule.from))
  return [
    ...profile.required,
    ...profile.key.columns,
    ...names,
    ...profile.weekdays.flatMap((days) => Object.values(days)),
    ...profile.skip.map(({ column }) => column),
  ]
}

function columnsOfRule(from: Profile['fields'][string]['from']): string[] {
  if (typeof from === 'string') return [from]
  if ('join' in from) return from.join
  if ('template' in from) return columnsInTemplate(from.template)
  return 'first_of' in from ? from.first_of : []
}

/** Throws Refused where a column that must be there is missing, or the profile is wrong. `today` is a day in London. */
export function compile(profile: Profile, records: Records, taxonomy: Taxonomy, today: string): RowReader {
  const at = new Map(records.columns.map((name, index) => [columnName(name), index]))
  const columnOf: ColumnOf = (name) => at.get(columnName(name)) ?? -1
  refuseMissing(profile, records, columnOf)
  const clean = cleaner(profile.none)
  const targets = targetsOf(taxonomy)
  const steps: Step[] = Object.entries(profile.fields).map(([name, rule]) => {
    const target = targets(name)
    if (!target) throw new Refused(`The profile fills "${name}", which is no part of a listing.`)
    return compileRule(name, rule, target, columnOf, clean)
  })
  steps.push(...extras(profile, columnOf, clean, today))
  const isSkipped = skipper(profile, columnOf, clean)
  const key = keyOf(profile.key.columns.map(columnOf), clean)
  return {
    problems: records.loose ? [] : absent(profile, columnOf),
    read: (row) => {
      if (row.damage !== undefined) return refused(row.row, '', row.cells.join(' '), row.damage)
      if (isSkipped(row.cells)) return { is: 'skipped' }
      const draft = emptyDraft(row.row)
      for (const step of steps) step(row.cells, draft)
      if (draft.fields.name === undefined) return refused(row.row, 'name', '', 'there is no name', draft)
      const itsKey = key(row.cells)
      if (itsKey === '')
        return refused(row.row, profile.key.columns.join(' + '), '', 'nothing tells it from others', draft)
      finish(draft)
      return { is: 'listing', key: itsKey, draft }
    },
  }
}

function refused(
  row: number,
  field: string,
  value: string,
  problem: string,
  draft = emptyDraft(row),
): Meaning {
  complain(draft, field, value, problem, 'left this row out')
  return { is: 'refused', problems: draft.problems }
}

function refuseMissing(profile: Profile, { file, columns, loose }: Records, columnOf: ColumnOf): void {
  const must = loose ? profile.required : [...profile.required, ...profile.key.columns]
  const missing = [...new Set(must)].filter((name) => columnOf(name) < 0)
  if (missing.length === 0) return
  const has = columns.slice(0, 12).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name))
  const more = columns.length > has.length ? ` and ${columns.length - has.length} more` : ''
  const s = missing.length > 1 ? 's' : ''
  throw new Refused(
    `${file} has no column${s} "${missing.join('", "')}", which the profile needs. It has: ${has.join(', ')}${more}.`,
  )
}

function absent(profile: Profile, columnOf: ColumnOf): Problem[] {
  return Object.entries(profile.fields).flatMap(([field, { from }]) => {
    const names = columnsOfRule(from)
    if (names.length === 0 || names.some((name) => columnOf(name) >= 0)) return []
    return [
      { row: 1, field, value: names.join(', '), problem: 'the file has no such column', did: 'left empty' },
    ]
  })
}

/** Earlier than this a date of checking is a slip, not a date. */
const EARLIEST_CHECK = '1990-01-01'

function extras(
  profile: Profile,
  columnOf: ColumnOf,
  clean: (cell: string) => string,
  today: string,
): Step[] {
  const steps: Step[] = []
  const { ended, checked } = profile
  if (ended) {
    const at = columnOf(ended.column)
    const is = ended.is?.map((word) => word.toLowerCase())
    steps.push((cells, draft) => {
      const cell = clean(cells[at] ?? '')
      if (cell !== '' && (!is || is.includes(cell.toLowerCase()))) draft.fields.status = 'ended'
    })
  }
  if (checked) {
    const at = columnOf(checked.column)
    steps.push((cells, draft) => {
      const cell = clean(cells[at] ?? '')
      const day = cell === '' ? null : dayOf(cell)
      if (day !== null && day >= EARLIEST_CHECK && day <= today) draft.checkedOn = day
      else if (cell !== '')
        complain(draft, 'checked', cell, 'is not a day on which it can have been checked', 'left out')
    })
  }
  for (const days of profile.weekdays) {
    const columns = Object.entries(days).map(([day, column]) => [day, column, columnOf(column)] as const)
    steps.push((cells, draft) => {
      for (const [day, column, at] of columns) {
        const cell = at < 0 ? '' : clean(cells[at] ?? '')
        if (cell !== '') draft.days.push([day, column, cell])
      }
    })
  }
  return steps
}
