/** Opens files of the 360Giving Data Standard: a spreadsheet with its titles, or JSON. Records come in the order of the file. */
import { lookForOrder, orderOf, type DayOrder, type Seen } from '../grants/days.ts'
import { DAY_FIELDS, fieldOf, pathOf, REQUIRED, TITLES, type GrantField } from '../grants/fields.ts'
import type { GrantRecord } from '../grants/grant.ts'
import { LARGEST_SPREADSHEET, lookAt, refuseOtherThings } from '../reading/file.ts'
import { Refused } from '../refused.ts'
import { isKeyed, jsonOf } from './geojson.ts'
import { openSpreadsheet } from './spreadsheet.ts'

export type GrantFile = { file: string; order: DayOrder; batches: AsyncIterable<GrantRecord[]> }
type Progress = (bytes: number, of: number) => void

/** Records handed on at a time. */
const BATCH = 500

/** Throws Refused with one sentence. A spreadsheet is read twice: first for the order in which its dates are written. */
export async function openGrants(path: string, progress: Progress = () => {}): Promise<GrantFile> {
  const file = await lookAt(path, LARGEST_SPREADSHEET)
  refuseOtherThings(file)
  const start = file.head.toString('latin1').replace(/^[^\x21-\x7e]+/, '')
  return start.startsWith('{') || start.startsWith('[') ? openJson(path, progress) : openCsv(path, progress)
}

async function openCsv(path: string, progress: Progress): Promise<GrantFile> {
  const open = (read?: Progress) => openSpreadsheet(path, { known: TITLES }, read)
  const { file, columns } = await open()
  const fields = columns.map(fieldOf)
  const lacking = REQUIRED.filter((field) => !fields.includes(field))
  if (lacking.length > 0)
    throw new Refused(
      `${file} is not a file of the 360Giving standard: there is no column ${lacking.map(titleOf).join(', ')}.`,
    )
  const order = await csvOrder((await open()).batches, fields)
  return { file, order, batches: csvRecords((await open(progress)).batches, fields) }
}

const titleOf = (field: GrantField): string =>
  `"${TITLES.find((title) => fieldOf(title) === field) ?? field}"`

type Rows = Awaited<ReturnType<typeof openSpreadsheet>>['batches']
type Fields = readonly ReturnType<typeof fieldOf>[]

async function csvOrder(batches: Rows, fields: Fields): Promise<DayOrder> {
  const days = fields.flatMap((field, at) => (DAY_FIELDS.some((it) => it === field) ? [at] : []))
  const seen: Seen = { dayFirst: false, monthFirst: false }
  for await (const rows of batches)
    for (const { cells } of rows) for (const at of days) lookForOrder(seen, cells[at] ?? '')
  return orderOf(seen)
}

async function* csvRecords(batches: Rows, fields: Fields): AsyncGenerator<GrantRecord[]> {
  const columns = Map.groupBy(fields.keys(), (at) => fields[at] ?? null)
  const people = columns.get('person') ?? []
  const textsIn = (cells: readonly string[], at: readonly number[]): string[] =>
    at.map((column) => (cells[column] ?? '').trim()).filter((text) => text !== '')
  for await (const rows of batches)
    yield rows.map(({ row, cells, damage }) => ({
      row,
      damage: damage ?? null,
      person: textsIn(cells, people).length > 0,
      texts: (field) => textsIn(cells, columns.get(field) ?? []),
    }))
}

async function openJson(path: string, progress: Progress): Promise<GrantFile> {
  const { name: file, json: read } = await jsonOf(path, undefined, progress)
  const grants = Array.isArray(read) ? read : isKeyed(read) ? read['grants'] : null
  if (!Array.isArray(grants))
    throw new Refused(`${file} is not a file of the 360Giving standard: it has no list of "grants".`)
  const records = grants.map(jsonRecord)
  const seen: Seen = { dayFirst: false, monthFirst: false }
  for (const { texts } of records)
    for (const field of DAY_FIELDS) for (const said of texts(field)) lookForOrder(seen, said)
  return { file, order: orderOf(seen), batches: inBatches(records) }
}

async function* inBatches(records: readonly GrantRecord[]): AsyncGenerator<GrantRecord[]> {
  for (let from = 0; from < records.length; from += BATCH) yield records.slice(from, from + BATCH)
}

function jsonRecord(grant: unknown, at: number): GrantRecord {
  const has = (name: string): boolean => isKeyed(grant) && Object.hasOwn(grant, name) && isSaid(grant[name])
  return {
    row: at + 1,
    damage: isKeyed(grant) ? null : 'is no grant',
    person: has('recipientIndividual') || has('toIndividualsDetails'),
    texts: (field) => textsAt(grant, pathOf(field)),
  }
}

const isSaid = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : (value ?? '') !== ''

/** Lists inside lists of a publisher end before so many: a deeper one is an attack. */
const DEEPEST = 4

/** Texts and numbers at a path, through every part of a list on the way. */
function textsAt(value: unknown, path: readonly string[], depth = 0): string[] {
  const [name, ...rest] = path
  if (Array.isArray(value)) return depth < DEEPEST ? value.flatMap((it) => textsAt(it, path, depth + 1)) : []
  if (name !== undefined)
    return isKeyed(value) && Object.hasOwn(value, name) ? textsAt(value[name], rest) : []
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  return text === '' ? [] : [text.replaceAll('\u0000', '')]
}
