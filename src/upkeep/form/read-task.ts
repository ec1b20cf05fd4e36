/** What was posted of one task, read by the table and checked by the listing's own schema. */
import { z } from 'zod'
import { listingFields, type FieldName, type ListingFields } from '../../listings/listing.ts'
import { sameValue } from '../../listings/same-value.ts'
import type { Around } from './kind.ts'
import { rowsOf, type Task } from './rows.ts'
import { wordsOf, type Posted, type Problem, type Words, type Wrong } from './words.ts'

export type Values = { [F in FieldName]?: unknown }
export type TaskRead = { is: 'read'; values: Values; changed: FieldName[] } | { is: 'wrong'; wrong: Wrong[] }

const KEEPS_NONE: { [field: string]: unknown } = listingFields.omit({ name: true }).parse({})
/** A list that is empty is none. */
const orNone = (field: FieldName, value: unknown): unknown =>
  sameValue(value ?? KEEPS_NONE[field], KEEPS_NONE[field]) ? null : (value ?? null)

/**
 * `was`: the values the form was drawn from. `changed`: fields that say something else than the form said when nobody
 * had typed: what a form cannot show is no change.
 */
export function readTask(task: Task, words: Words, was: Values, around: Around): TaskRead {
  const wrong: Wrong[] = []
  const values: Values = {}
  const changed: FieldName[] = []
  for (const { field, kind } of rowsOf(task)) {
    const before = was[field] ?? undefined
    const told: Wrong[] = []
    const read = kind.read(field, words, before, around, (it) => told.push(it))
    const shown = wordsOf(kind.write(field, before, around))
    const untouched = kind.read(field, shown, before, around, () => undefined)
    values[field] = orNone(field, before)
    if (sameValue(read ?? null, untouched ?? null)) continue
    if (told.length > 0) {
      wrong.push(...told)
      continue
    }
    const checked = check(field, orNone(field, read))
    if (checked.is === 'wrong') wrong.push(...checked.wrong)
    else if (!sameValue(checked.value, values[field])) {
      values[field] = checked.value
      changed.push(field)
    }
  }
  return wrong.length > 0 ? { is: 'wrong', wrong } : { is: 'read', values, changed }
}

export function check(
  field: FieldName,
  value: unknown,
): { is: 'good'; value: unknown } | { is: 'wrong'; wrong: Wrong[] } {
  if (value === null && field !== 'name') return { is: 'good', value: null }
  const read = listingFields.shape[field].safeParse(value ?? undefined)
  if (read.success) return { is: 'good', value: orNone(field, read.data) }
  return { is: 'wrong', wrong: read.error.issues.map((issue) => wrongOf(field, issue)) }
}

function wrongOf(field: FieldName, issue: z.core.$ZodIssue): Wrong {
  const name = [field, ...issue.path].map(String).join('.')
  if (issue.code === 'too_big') {
    const problem = issue.origin === 'string' ? 'long' : issue.origin === 'array' ? 'many' : 'number'
    return { name, problem, max: Number(issue.maximum) }
  }
  return { name, problem: problemOf(issue) }
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'missing' : issue.origin === 'array' ? 'choose' : 'number'
  if (issue.code === 'invalid_type') return issue.expected === 'number' ? 'number' : 'missing'
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'choose'
  if (issue.code !== 'invalid_format') return 'wrong'
  if (issue.format === 'email') return 'email'
  return issue.format === 'url' ? 'web' : 'wrong'
}

/** The words of a task's form, of values. */
export const writeTask = (task: Task, values: Values, around: Around): Posted =>
  Object.assign(
    {},
    ...rowsOf(task).map(({ field, kind }) => kind.write(field, values[field] ?? undefined, around)),
  )

/** Every field of a listing, those that are none as null. */
export const valuesOf = (fields: Partial<ListingFields>): Values =>
  Object.fromEntries(
    (Object.keys(listingFields.shape) as FieldName[]).map((field) => [field, orNone(field, fields[field])]),
  )
