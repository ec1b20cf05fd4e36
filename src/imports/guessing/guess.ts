/** A profile to start from, guessed from the names of a file's columns and the values in them. A person finishes it. */
import { basename } from 'node:path'
import { cleaner } from '../transforms/cell.ts'
import { lookAt } from '../reading/file.ts'
import { columnName } from '../reading/layout.ts'
import { openGeojson } from '../sources/geojson.ts'
import { openSpreadsheet } from '../sources/spreadsheet.ts'
import { HEADERS, VALUES, type Meaning } from './signs.ts'

/** Rows looked at: enough to see what a column holds. */
const ROWS = 500
/** Share of a column's filled cells that must look alike. */
const ALIKE = 0.6

type Column = { name: string; cells: string[] }
type Guessed = {
  $about: string
  source: object
  format?: 'geojson'
  required: string[]
  key: object
  fields: object
}

/** Throws Refused where the file cannot be read. The result is as in profile.ts, ready to be written as JSON. */
export async function guessProfile(path: string): Promise<Guessed> {
  const format = await formatOf(path)
  const columns = await columnsIn(path, format)
  const fields: { [target: string]: { from: string; transforms?: string[] } } = {}
  for (const { name, meaning } of meanings(columns)) {
    fields[meaning.target] ??= meaning.transforms
      ? { from: name, transforms: meaning.transforms }
      : { from: name }
  }
  if (format === 'geojson')
    Object.assign(fields, { 'place.lat': { from: '@lat' }, 'place.lng': { from: '@lng' } })
  const id = basename(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const name = fields.name?.from
  const place = fields['place.postcode']?.from ?? fields['place.address']?.from
  return {
    $about: `Guessed from ${basename(path)}: check every line. Not used: ${unused(columns, fields) || 'nothing'}.`,
    source: {
      id: id || 'my-source',
      name: 'FILL IN: what this list is called',
      publisher: 'FILL IN',
      licence: 'FILL IN: under what licence it may be used',
      attribution: 'FILL IN: the words its publisher wants to see',
    },
    ...(format === 'geojson' ? { format } : {}),
    required: [name, place].filter((it) => it !== undefined),
    key: { columns: keyColumns(columns, name, place) },
    fields,
  }
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

const unused = (columns: readonly Column[], fields: { [target: string]: { from: string } }): string => {
  const used = new Set(Object.values(fields).map(({ from }) => from))
  return columns
    .map(({ name }) => name)
    .filter((name) => !used.has(name) && !name.startsWith('@'))
    .join(', ')
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
