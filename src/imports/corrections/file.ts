/** The file of corrections of one source: its own columns, those it knows a row by first, one line a corrected field. */
import type { Statement } from '../../listings/claims.ts'
import { fieldSaid, type LabelOf } from '../../listings/field-words.ts'
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import type { Ranks } from '../../listings/settle.ts'
import type { Store } from '../../store/store.ts'
import { csvOf } from '../../text/csv.ts'
import { londonDay } from '../../text/format.ts'
import { en } from '../../text/en.ts'
import { keyOf } from '../mapping/key.ts'
import type { Profile } from '../profile.ts'
import { cellsOf, changedCells, type Cells } from './backwards.ts'
import { correctionsOf, type Correction } from './corrections.ts'

/** Columns beside the source's own. */
const EXTRA = ['field', 'was', 'now', 'said by', 'said on'].map((name) => `fingerpost:${name}`)

export type Corrections = { lines: number; csv: string }
type Line = { key: string; statement: Statement; correction: Correction }

/** `profile`: null where the source has none; then the columns are the fields of a listing. */
export async function correctionsFile(
  { store, ranks, labelOf }: { store: Pick<Store, 'toldOtherwise'>; ranks: Ranks; labelOf: LabelOf },
  source: string,
  profile: Profile | null,
): Promise<Corrections> {
  const lines = await linesOf(store, source, ranks)
  const keys = profile?.key.columns ?? ['id', 'name']
  const cells = lines.map(({ correction }) => ownCells(profile, correction, labelOf))
  const named = profile === null ? FIELD_NAMES : Object.keys(columnsOf(profile))
  const touched = new Set(cells.flatMap((it) => [...it.keys()]))
  const columns = [...new Set(named)].filter((name) => touched.has(name) && !keys.includes(name))
  // A corrected name, say, stands in the column by which the row is known: the old one leads, the new one follows.
  const corrected = keys.filter((name) => touched.has(name)).map((name) => [name, `${name} (new)`] as const)
  const rows = lines.map((line, at) => [
    ...keyCells(profile, line),
    ...corrected.map(([name]) => cells[at]?.get(name) ?? ''),
    ...columns.map((name) => cells[at]?.get(name) ?? ''),
    ...told(line.correction, labelOf),
  ])
  const header = [...keys, ...corrected.map(([, name]) => name), ...columns, ...EXTRA]
  return { lines: rows.length, csv: csvOf([header, ...rows]) }
}

async function linesOf(store: Pick<Store, 'toldOtherwise'>, source: string, ranks: Ranks): Promise<Line[]> {
  const lines: Line[] = []
  for (let after = 0; ;) {
    const page = await store.toldOtherwise(source, { after })
    const last = page.at(-1)
    if (last === undefined) return lines
    for (const { key, statements, rulings } of page) {
      const statement = statements.find((it) => it.source === source)
      if (statement === undefined) continue
      const kept = rulings.filter((it) => it.source === source && it.ruling === 'keep')
      const keptTexts = new Set(kept.map(({ field, offered }) => `${field} ${offered}`))
      for (const correction of correctionsOf(source, statements, ranks, keptTexts))
        lines.push({ key, statement, correction })
    }
    after = last.no
  }
}

const columnsOf = (profile: Profile): { [column: string]: true } => {
  const found: { [column: string]: true } = {}
  for (const { from } of Object.values(profile.fields)) {
    if (typeof from === 'string') found[from] = true
    else if ('first_of' in from) for (const name of from.first_of) found[name] = true
    else if ('join' in from) for (const name of from.join) found[name] = true
    else if ('template' in from)
      for (const [, name = ''] of from.template.matchAll(/\{([^}]+)\}/g)) found[name] = true
  }
  if (profile.ended) found[profile.ended.column] = true
  return found
}

function ownCells(profile: Profile | null, { field, was, now, secret }: Correction, labelOf: LabelOf): Cells {
  if (secret) return new Map()
  if (profile !== null) return changedCells(profile, field, was, now)
  return new Map([[field, words(field, now, labelOf)]])
}

/** As the source wrote them where its own words lead to its key; else as the key has them. */
function keyCells(profile: Profile | null, { key, statement }: Line): string[] {
  if (profile === null) return [key, String(statement.fields.name?.value ?? '')]
  const said: Cells = new Map()
  for (const field of FIELD_NAMES) {
    const claim = statement.fields[field]
    if (claim !== undefined)
      for (const [column, cell] of cellsOf(profile, field, claim.value))
        if (!said.has(column)) said.set(column, cell)
  }
  const parts = key.split('|')
  const { columns } = profile.key
  const whole = parts.length === columns.length
  return columns.map((column, at) => {
    const cell = said.get(column) ?? ''
    return !whole || folded([cell]) === parts[at] ? cell : (parts[at] ?? '')
  })
}
const folded = keyOf([0], (cell) => cell)

function told({ field, was, now, secret, by, at }: Correction, labelOf: LabelOf): string[] {
  return [
    en.pages.listing.fields[field],
    words(field, was, labelOf),
    secret ? '(not for the public)' : words(field, now, labelOf),
    en.desk.matter.saidBy[by],
    londonDay(at),
  ]
}

const words = (field: FieldName, value: unknown, labelOf: LabelOf): string =>
  (fieldSaid(field, value, en, labelOf) ?? []).join('; ')
