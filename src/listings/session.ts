/** A session: a time something runs, as a rule that can be said in words and checked against a clock. */
import { z } from 'zod'

export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof WEEKDAYS)[number]
const weekday = z.enum(WEEKDAYS)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'is not a time such as 09:30')
const day = z.iso.date()

/** When it runs. Days are calendar days in Europe/London. */
export const rule = z.discriminatedUnion('every', [
  z.object({ every: z.literal('week'), on: z.array(weekday).min(1).max(7) }),
  /** `from` is a day on which it runs: it fixes which of the two weeks. */
  z.object({ every: z.literal('fortnight'), on: z.array(weekday).min(1).max(7), from: day }),
  /** nth: 1 to 5, or -1 for the last. */
  z.object({
    every: z.literal('month'),
    on: z.array(weekday).min(1).max(7),
    nth: z.array(z.number().int().min(-1).max(5)).min(1).max(5),
  }),
  z.object({ every: z.literal('date'), on: z.array(day).min(1).max(100) }),
])

export const session = z.object({
  rule,
  /** Local time. Absent start and end together mean "all day" is not known: only the day is said. */
  start: clock.optional(),
  end: clock.optional(),
  /** First and last day the rule holds. */
  from: day.optional(),
  until: day.optional(),
  term_time: z.boolean().optional(),
  /** Days it does not run, both ends included. */
  pauses: z
    .array(z.object({ from: day, until: day, why: z.string().max(120).optional() }))
    .max(20)
    .default([]),
  /** Which of the listing's places, by index; absent: all. */
  place: z.number().int().min(0).optional(),
  words: z.string().trim().max(300).optional(),
})
export type Session = z.infer<typeof session>
