/** What somebody heard who rang a group, went there or wrote: the shape of it, checked wherever it comes from. */
import { z } from 'zod'
import { isoDay, londonMoment } from '../listings/clock.ts'
import { day } from '../listings/listing.ts'

/** "ended": they said it has ended, or somebody else did. */
export const HEARD = ['running', 'changed', 'full', 'no-answer', 'ended'] as const
export type Heard = (typeof HEARD)[number]

/** One sentence: more belongs in the form of the listing. Characters. */
export const WORDS_MAX = 300
/** Nobody knows a waiting list of more than two years. Weeks. */
const WEEKS_MAX = 104
/** No word on room holds longer than a year. Days. */
const UNTIL_DAYS = 366

export type Rung = {
  listing: string
  /** The revision that was read out. */
  revision: number
  heard: Heard
  /** The group and the desk read it. "" or null: nothing more was heard. */
  words: string | null
  /** Only with "full": the last day on which it is. */
  until: string | null
  /** Only with "full": there is a waiting list, of so many weeks. */
  weeks: number | null
  how: 'phone' | 'visit' | 'form'
}

/** Of what a form or a program sends, at a time. The path of an issue is the field that is wrong. */
export const rung = (now: Date) => {
  const today = londonMoment(now).epochDay
  return z.object({
    heard: z.enum(HEARD),
    words: z.string().trim().max(WORDS_MAX).nullable(),
    // Days as text: the check also sees what is no day, which has no number.
    until: day.refine((it) => it >= isoDay(today) && it <= isoDay(today + UNTIL_DAYS)).nullable(),
    weeks: z.number().int().min(0).max(WEEKS_MAX).nullable(),
    how: z.enum(['phone', 'visit', 'form']),
  })
}
