/** Checks of single values: what comes back may be put into a listing; undefined is left out, after saying why. */
import type { z } from 'zod'
import { dayOf } from '../transforms/figures.ts'
import { findUrl } from '../transforms/contacts.ts'

/** Says what is wrong with the value at hand, and what is done about it. */
export type Say = (problem: string, did?: string) => void
export type Check = (value: unknown, say: Say) => unknown

export const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value)

/** At most so many characters; longer words are cut and said to be. */
export const words =
  (max: number): Check =>
  (value, say) => {
    const words = text(value)
    if (words.length <= max) return words === '' ? undefined : words
    say(
      `is ${words.length.toLocaleString('en-GB')} characters long, ${max.toLocaleString('en-GB')} fit`,
      'cut off',
    )
    return `${words.slice(0, max - 1).trimEnd()}…`
  }

export const oneOf =
  (choices: readonly string[]): Check =>
  (value, say) => {
    const choice = text(value)
    if (choices.includes(choice)) return choice
    if (choice !== '') say(`is none of ${choices.join(', ')}`)
    return undefined
  }

/** One or several of the choices; what is none of them is left out. */
export function listOf(choices: ReadonlySet<string>, of: string): Check {
  return (value, say) => {
    const given = Array.isArray(value) ? value.map(text) : text(value) === '' ? [] : [text(value)]
    const known = given.filter((one) => choices.has(one))
    const strange = given.filter((one) => one !== '' && !choices.has(one))
    if (strange.length) say(`"${strange.join('", "')}" is no ${of}`)
    return known.length ? [...new Set(known)] : undefined
  }
}

export const wholeNumber =
  (least: number, most: number): Check =>
  (value, say) => {
    if (text(value) === '') return undefined
    const number = Number(text(value))
    if (Number.isInteger(number) && number >= least && number <= most) return number
    say(`is not a whole number from ${least} to ${most}`)
    return undefined
  }

export const degrees: Check = (value, say) => {
  if (text(value) === '') return undefined
  // Some programs write a comma for the point.
  const number = Number(text(value).replace(',', '.'))
  if (Number.isFinite(number)) return number
  say('is not a number of degrees')
  return undefined
}

export const yes: Check = (value, say) => {
  if (typeof value === 'boolean') return value
  const word = text(value).toLowerCase()
  if (word === '') return undefined
  if (['yes', 'y', 'true', '1'].includes(word)) return true
  if (['no', 'n', 'false', '0'].includes(word)) return false
  say('is neither yes nor no')
  return undefined
}

export const webAddress: Check = (value, say) => {
  if (text(value) === '') return undefined
  const { url, problem } = findUrl(text(value))
  if (problem === undefined) return url
  say(problem)
  return undefined
}

export const calendarDay: Check = (value, say) => {
  if (text(value) === '') return undefined
  const day = dayOf(text(value))
  if (day === null) say('is not a date')
  return day ?? undefined
}

/** Whole objects, as a profile may give them for every row. */
export const shaped =
  (schema: z.ZodType): Check =>
  (value, say) => {
    const read = schema.safeParse(value)
    if (read.success) return read.data
    say(read.error.issues[0]?.message ?? 'is not as it should be')
    return undefined
  }
