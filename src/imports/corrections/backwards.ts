/** A profile read backwards: a value of a listing in the columns it came from. What cannot be turned round stays out. */
import type { FieldName } from '../../listings/listing.ts'
import { sameValue } from '../../listings/same-value.ts'
import type { FieldRule, Profile } from '../profile.ts'

/** Column → cell. */
export type Cells = Map<string, string>

type Keyed = { [key: string]: unknown }
const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The part of a field's value that a target such as "phone.number" holds. */
function partFor(target: string, field: FieldName, value: unknown): unknown {
  if (target === field) return value
  const [head = '', ...rest] = target.split('.')
  const name = rest.join('.')
  if (head === 'place' && field === 'places') {
    const [place] = Array.isArray(value) ? value : []
    if (!isKeyed(place)) return undefined
    const point = isKeyed(place['point']) ? place['point'] : {}
    return name === 'lat' || name === 'lng' ? point[name] : place[name]
  }
  if (head === 'link' && field === 'links' && Array.isArray(value))
    return value.filter(isKeyed).find(({ label }) => label === name)?.['url']
  return head === field && isKeyed(value) ? value[name] : undefined
}

const fieldOf = (target: string): string => {
  const head = target.split('.')[0] ?? ''
  return head === 'place' ? 'places' : head === 'link' ? 'links' : head
}

/** Targets that have nothing to say to a publisher: how a value was placed, who may see it. */
const OURS = new Set(['place.precision', 'place.area_code', 'phone.visible', 'email.visible'])

/** undefined: it cannot be said in this column. */
function cellFor(rule: FieldRule, value: unknown): [column: string, cell: string] | undefined {
  const { from } = rule
  const column = columnOf(from)
  if (column === undefined) return undefined
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return [column, '']
  if (rule.map !== undefined) {
    const cell = Object.entries(rule.map).find(([word, is]) => !word.includes('*') && sameValue(is, value))
    return cell && [column, cell[0]]
  }
  const texts = (Array.isArray(value) ? value : [value]).map(String)
  if (texts.length > 1 && rule.split === undefined) return undefined
  if (isKeyed(value)) return undefined
  const text = texts.join(rule.split === undefined ? '' : `${rule.split} `)
  const bare = typeof from === 'object' && 'template' in from ? withoutTemplate(from.template, text) : text
  return bare === undefined ? undefined : [column, bare]
}

function columnOf(from: FieldRule['from']): string | undefined {
  if (typeof from === 'string') return from.startsWith('@') ? undefined : from
  if ('first_of' in from) return from.first_of[0]
  if ('join' in from) return from.join.length === 1 ? from.join[0] : undefined
  if (!('template' in from)) return undefined
  const columns = [...from.template.matchAll(/\{([^}]+)\}/g)]
  return columns.length === 1 ? columns[0]?.[1] : undefined
}

function withoutTemplate(template: string, text: string): string | undefined {
  const [before = '', after = ''] = template.split(/\{[^}]+\}/)
  const fits = text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length
  return fits ? text.slice(before.length, text.length - after.length) : undefined
}

/** All of one field's value, in the profile's own columns. */
export function cellsOf(profile: Profile, field: FieldName, value: unknown): Cells {
  const cells: Cells = new Map()
  for (const [target, rule] of Object.entries(profile.fields)) {
    if (fieldOf(target) !== field || OURS.has(target)) continue
    const cell = cellFor(rule, partFor(target, field, value))
    // Two parts from one column: the first of them that says something.
    if (cell !== undefined && (cells.get(cell[0]) ?? '') === '') cells.set(...cell)
  }
  const { ended } = profile
  if (field === 'status' && ended !== undefined && value === 'ended')
    cells.set(ended.column, ended.is?.[0] ?? 'yes')
  return cells
}

/** Cells that differ: what somebody who mends the list has to type. */
export function changedCells(profile: Profile, field: FieldName, was: unknown, now: unknown): Cells {
  const before = cellsOf(profile, field, was)
  return new Map([...cellsOf(profile, field, now)].filter(([column, cell]) => before.get(column) !== cell))
}
