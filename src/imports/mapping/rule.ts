/** One rule of a profile, made into a function once, so that a row costs look-ups only. */
import type { FieldRule } from '../profile.ts'
import { Refused } from '../refused.ts'
import type { Cleaner } from '../transforms/cell.ts'
import { TRANSFORMS } from '../transforms/names.ts'
import type { Say } from './checks.ts'
import { complain, type Draft } from './draft.ts'
import type { Target } from './targets.ts'

export type Step = (cells: readonly string[], draft: Draft) => void
/** Position of a column, or -1. */
export type ColumnOf = (name: string) => number

type Read = (cells: readonly string[]) => string
type Made = { value: unknown; said: [problem: string, did: string | undefined][] }

/** Throws Refused where the profile itself is wrong: an unknown transform, a value that the target cannot hold. */
export function compileRule(
  name: string,
  rule: FieldRule,
  target: Target,
  columnOf: ColumnOf,
  clean: Cleaner,
): Step {
  if (typeof rule.from === 'object' && 'value' in rule.from) return constant(name, rule.from.value, target)
  const read = reader(rule.from, columnOf, clean)
  const transform = transformer(name, rule.transforms)
  const values = rule.map ? valueMap(name, rule.map, target) : null
  const otherwise = rule.default === undefined ? null : constant(name, rule.default, target)
  // One function for all rows, not one a cell: it speaks of the cell at hand.
  let inHand: Draft | null = null
  let shown = ''
  const say = (problem: string, did = 'left out'): void => {
    if (inHand) complain(inHand, name, shown, problem, did)
  }
  return (cells, draft) => {
    const cell = read(cells)
    if (cell === '') return otherwise?.(cells, draft)
    inHand = draft
    shown = cell
    const text = transform(cell, say)
    if (text === '') return
    const given = rule.split === undefined ? text : parts(text, rule.split)
    const value = values ? values(given, say) : target.check(given, say)
    if (value !== undefined) target.put(draft, value)
  }
}

const parts = (text: string, split: string): string[] =>
  text
    .split(split)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function reader(
  from: Exclude<FieldRule['from'], { value?: unknown }>,
  columnOf: ColumnOf,
  clean: Cleaner,
): Read {
  if (typeof from === 'string') {
    const at = columnOf(from)
    return at < 0 ? () => '' : (cells) => clean(cells[at] ?? '')
  }
  if ('template' in from) return template(from.template, columnOf, clean)
  const names = 'join' in from ? from.join : from.first_of
  const at = names.map(columnOf).filter((one) => one >= 0)
  if ('join' in from)
    return (cells) =>
      at
        .map((one) => clean(cells[one] ?? '').replace(/[\s,;]+$/, ''))
        .filter((cell) => cell !== '')
        .join(from.with)
  return (cells) => {
    for (const one of at) {
      const cell = clean(cells[one] ?? '')
      if (cell !== '') return cell
    }
    return ''
  }
}

/** Names of columns in "{town} library". */
export const columnsInTemplate = (text: string): string[] =>
  [...text.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)

/** Empty where all of its columns are. */
function template(text: string, columnOf: ColumnOf, clean: Cleaner): Read {
  const columns = columnsInTemplate(text).map(columnOf)
  const between = text.split(/\{[^}]+\}/)
  return (cells) => {
    const filled = columns.map((at) => (at < 0 ? '' : clean(cells[at] ?? '')))
    if (filled.every((cell) => cell === '')) return ''
    return between
      .map((words, at) => words + (filled[at] ?? ''))
      .join('')
      .trim()
  }
}

function transformer(
  name: string,
  names: readonly string[],
): (cell: string, say: (problem: string) => void) => string {
  const chain = names.map((one) => {
    const transform = Object.hasOwn(TRANSFORMS, one) ? TRANSFORMS[one] : undefined
    if (!transform)
      throw new Refused(`The profile asks for a transform "${one}" (field "${name}"), which does not exist.`)
    return transform
  })
  if (chain.length === 0) return (cell) => cell
  return (cell, say) => {
    let text = cell
    for (const transform of chain) {
      if (text === '') return ''
      const made = transform(text)
      if (typeof made === 'string') text = made
      else {
        say(made.problem)
        return ''
      }
    }
    return text
  }
}

const checked = (value: unknown, target: Target): Made => {
  const said: Made['said'] = []
  return {
    value: value === null ? undefined : target.check(value, (problem, did) => said.push([problem, did])),
    said,
  }
}

function constant(name: string, given: unknown, target: Target): Step {
  const { value, said } = checked(given, target)
  refuseSaid(name, given, said)
  return (_, draft) => target.put(draft, value)
}

function refuseSaid(name: string, given: unknown, said: Made['said']): void {
  const [first] = said
  if (first)
    throw new Refused(`The profile's field "${name}" has a value ${JSON.stringify(given)}: ${first[0]}.`)
}

/** Cells in any case to checked values; "*" in a cell's name is any signs. Lists from several parts are put together. */
function valueMap(
  name: string,
  map: Record<string, unknown>,
  target: Target,
): (given: string | string[], say: Say) => unknown {
  const exact = new Map<string, unknown>()
  const patterns: [RegExp, unknown][] = []
  for (const [written, given] of Object.entries(map)) {
    const { value, said } = checked(given, target)
    refuseSaid(name, given, said)
    const cell = written.trim().toLowerCase()
    if (cell.includes('*')) patterns.push([patternOf(cell), value])
    else exact.set(cell, value)
  }
  const find = (cell: string): { value: unknown } | null => {
    if (exact.has(cell)) return { value: exact.get(cell) }
    const hit = patterns.find(([pattern]) => pattern.test(cell))
    return hit ? { value: hit[1] } : null
  }
  // Cells of a column that is worth a map repeat.
  const remembered = new Map<string, { value: unknown } | null>()
  const valueOf = (part: string, say: Say): unknown => {
    const cell = part.toLowerCase()
    let found = remembered.get(cell)
    if (found === undefined) {
      found = find(cell)
      if (remembered.size < MOST_REMEMBERED) remembered.set(cell, found)
    }
    if (found === null) say('has no meaning in the profile')
    return found?.value
  }
  return (given, say) => {
    if (typeof given === 'string') return valueOf(given, say)
    let value: unknown
    for (const part of given) {
      const one = valueOf(part, say)
      if (Array.isArray(value) && Array.isArray(one)) value = [...new Set([...value, ...one])]
      else value ??= one
    }
    return value
  }
}

const MOST_REMEMBERED = 1_000

const patternOf = (written: string): RegExp =>
  new RegExp(
    `^${written
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^]*?')}$`,
  )
