/** A profile to start from, guessed from the names of a file's columns and the values in them. A person finishes it. */
import { basename } from 'node:path'
import { cleaner } from '../transforms/cell.ts'
import { lookAt } from '../reading/file.ts'
import { columnName } from '../reading/layout.ts'
import { openGeojson } from '../sources/geojson.ts'
import { openSpreadsheet } from '../sources/spreadsheet.ts'
import { ADDRESS_LINE, DAYS, ENDED, HEADERS, VALUES, type Meaning } from './signs.ts'

/** Rows looked at: enough to see what a column holds. */
const ROWS = 500
/** Share of a column's filled cells that must look alike. */
const ALIKE = 0.6

type Column = { name: string; cells: string[] }
type Fields = { [target: string]: { from: string | { join: string[] }; transforms?: string[] } }
type Guessed = {
  $about: string
  source: object
  format?: 'geojson'
  required: string[]
  key: object
  fields: Fields
  weekdays?: { [day: string]: string }[]
  ended?: { column: string }
}

/** Throws Refused where the file cannot be read. The result is as in profile.ts, ready to be written as JSON. */
export async function guessProfile(path: string): Promise<Guessed> {
  const format = await formatOf(path)
  const columns = await columnsIn(path, format)
  const names = columns.map(({ name }) => name)
  const fields = fieldsOf(columns, format)
  const weekdays = weekdaySets(names)
  const ended = names.find((name) => ENDED.test(columnName(name)))
  const single = (target: string): string | undefined => {
    const from = fields[target]?.from
    return typeof from === 'string' ? from : from?.join[0]
  }
  const name = single('name')
  const place = single('place.postcode') ?? single('place.address')
  const used = [
    ...Object.values(fields).flatMap(({ from }) => (typeof from === 'string' ? [from] : from.join)),
  ]
  used.push(...weekdays.flatMap((days) => Object.values(days)), ended ?? '')
  const unused = names.filter((one) => !used.includes(one) && !one.startsWith('@')).join(', ')
  return {
    $about: `Guessed from ${basename(path)}: check every line. Not used: ${unused || 'nothing'}.`,
    source: {
      id: idOf(path),
      name: 'FILL IN: what this list is called',
      publisher: 'FILL IN',
      licence: 'FILL IN: under what licence it may be used',
      attribution: 'FILL IN: the words its publisher wants to see',
    },
    ...(format === 'geojson' ? { format } : {}),
    required: [name, place].filter((it) => it !== undefined),
    key: { columns: keyColumns(columns, name, place) },
    fields,
    ...(weekdays.length ? { weekdays } : {}),
    ...(ended === undefined ? {} : { ended: { column: ended } }),
  }
}

function idOf(path: string): string {
  const name = basename(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
  return name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'my-source'
}

function fieldsOf(columns: readonly Column[], format: 'csv' | 'geojson'): Fields {
  const fields: Fields = {}
  for (const { name, meaning } of meanings(columns))
    fields[meaning.target] ??= meaning.transforms
      ? { from: name, transforms: meaning.transforms }
      : { from: name }
  const lines = columns.map(({ name }) => name).filter((name) => ADDRESS_LINE.test(columnName(name)))
  if (lines.length > 1) fields['place.address'] = { from: { join: lines } }
  if (format === 'geojson')
    Object.assign(fields, { 'place.lat': { from: '@lat' }, 'place.lng': { from: '@lng' } })
  return fields
}

/** Columns of one name but for the weekday in it: "Monday staffed hours", "Tuesday staffed hours"… */
function weekdaySets(names: readonly string[]): { [day: string]: string }[] {
  const sets = new Map<string, { [day: string]: string }>()
  for (const name of names)
    for (const [day, pattern] of DAYS) {
      const rest = columnName(name).replace(pattern, '…')
      if (rest === columnName(name)) continue
      const set = sets.get(rest) ?? {}
      set[day] ??= name
      sets.set(rest, set)
    }
  return [...sets.values()].filter((set) => Object.keys(set).length >= 5)
}

async function formatOf(path: string): Promise<'csv' | 'geojson'> {
  const { head } = await lookAt(path, Infinity)
  return /^[\s\ufeff]*\{/.test(head.subarray(0, 200).toString('utf8')) ? 'geojson' : 'csv'
}

async function columnsIn(path: string, format: 'csv' | 'geojson'): Promise<Column[]> {
  const records = await (format === 'csv' ? openSpreadsheet : openGeojson)(path, { known: [] })
  const clean = cleaner()
  const columns: Column[] = records.columns.map((name) => ({ name, cells: [] }))
  let rows = 0
  for await (const batch of records.batches) {
    for (const { cells } of batch.slice(0, ROWS - rows))
      for (const [at, column] of columns.entries()) {
        const cell = clean(cells[at] ?? '')
        if (cell !== '') column.cells.push(cell)
      }
    rows += batch.length
    if (rows >= ROWS) break
  }
  return columns
}

/** By name first: a column called "postcode" is one even where half of its cells are broken. */
function meanings(columns: readonly Column[]): { name: string; meaning: Meaning }[] {
  const taken = new Set<string>()
  const found: { name: string; meaning: Meaning }[] = []
  const take = (name: string, meaning: Meaning): void => {
    if (taken.has(meaning.target)) return
    taken.add(meaning.target)
    found.push({ name, meaning })
  }
  for (const { pattern, ...meaning } of HEADERS)
    for (const { name } of columns)
      if (!found.some((one) => one.name === name) && pattern.test(columnName(name))) take(name, meaning)
  for (const { name, cells } of columns) {
    if (cells.length === 0 || found.some((one) => one.name === name) || name.startsWith('@')) continue
    const meaning = VALUES.find(
      ({ pattern }) => cells.filter((cell) => pattern.test(cell)).length / cells.length >= ALIKE,
    )
    if (meaning) take(name, { target: meaning.target, transforms: meaning.transforms })
  }
  return found
}

/** An id of the feature or of the row where all differ; else name and place. */
function keyColumns(
  columns: readonly Column[],
  name: string | undefined,
  place: string | undefined,
): string[] {
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length))
  const differs = ({ cells }: Column): boolean => cells.length === rows && new Set(cells).size === rows
  const id = columns.find(
    (one) => /^(@id|id|uid|uuid|ref|reference)$/.test(columnName(one.name)) && differs(one),
  )
  if (id) return [id.name]
  const both = [name, place].filter((it) => it !== undefined)
  return both.length ? both : columns.slice(0, 1).map((one) => one.name)
}
