/** "Rang today" as it was sent: what was heard, or what is wrong with it, everything typed kept. */
import type { Text } from '../../text/en.ts'
import { rung, type Rung } from '../../upkeep/rung.ts'
import type { Sent } from './sent.ts'

export type RangTyped = { heard: string; words: string; until: string; weeks: string; how: string }
export const NOTHING_HEARD: RangTyped = { heard: '', words: '', until: '', weeks: '', how: 'phone' }
export type RangProblem = { name: string; message: string }
export type RangForm =
  { is: 'good'; rung: Rung; typed: RangTyped } | { is: 'wrong'; errors: RangProblem[]; typed: RangTyped }

/** `prefix`: what stands before the names of fields on a page with several such forms: ids of its errors. */
export function rangForm(sent: Sent, now: Date, text: Text, prefix = ''): RangForm {
  const t = text.workers.rang
  const typed: RangTyped = {
    heard: sent.text('heard'),
    words: sent.text('words'),
    until: sent.text('until'),
    weeks: sent.text('weeks'),
    how: sent.text('how') || 'phone',
  }
  const full = typed.heard === 'full'
  const read = rung(now).safeParse({
    heard: typed.heard,
    words: typed.words === '' ? null : typed.words,
    until: full && typed.until !== '' ? typed.until : null,
    weeks: full && typed.weeks !== '' ? Number(typed.weeks) : null,
    how: typed.how,
  })
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])))
  if (typed.heard === 'changed' && typed.words === '') wrong.add('nothing')
  const says = {
    heard: t.wrongHeard,
    words: t.wrongWords,
    nothing: t.wrongChanged,
    until: t.wrongUntil,
    weeks: t.wrongWeeks,
    how: t.how,
  }
  const errors = Object.entries(says)
    .filter(([name]) => wrong.has(name))
    .map(([name, message]) => ({ name: prefix + (name === 'nothing' ? 'words' : name), message }))
  if (!read.success || errors.length > 0) return { is: 'wrong', errors, typed }
  const heard = { listing: sent.text('listing'), revision: Number(sent.text('revision')) }
  return { is: 'good', rung: { ...heard, ...read.data }, typed }
}
