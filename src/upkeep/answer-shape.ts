/** What a group answers of one listing on one screen: the shape of it, checked wherever it comes from. */
import { z } from 'zod'
import { CAPACITY_STATES } from '../capacity/event.ts'
import { FUNDING_SAYINGS } from '../funding/event.ts'
import { isoDay, londonMoment } from '../listings/clock.ts'
import { day } from '../listings/listing.ts'

/** No word on room holds longer than a year, and nobody knows a waiting list of more than two. */
export const UNTIL_DAYS = 366
export const WEEKS_MAX = 104
/** Nobody counts more new people a month than this. */
export const PER_MONTH_MAX = 1000
/** Grants are given for some years, not for ten. Days. */
export const FUNDED_DAYS = 3660
/** Somebody who tells so late that it ended tells history. Days. */
export const ENDED_DAYS = 3660

const within = (from: number, until: number) =>
  // Days as text: the check also sees what is no day, which has no number.
  day.refine((it) => it >= isoDay(from) && it <= isoDay(until))

/** Of what a form or a program sends, at a time. The path of an issue is the answer that is wrong. */
export function answerShape(now: Date) {
  const today = londonMoment(now).epochDay
  const room = z.object({
    /** Key of a session; null: the whole listing. */
    session: z.string().max(200).nullable(),
    state: z.enum(CAPACITY_STATES),
    weeks: z.number().int().min(0).max(WEEKS_MAX).nullable(),
    until: within(today, today + UNTIL_DAYS).nullable(),
  })
  return z
    .object({
      listing: z.string().max(100),
      /** The revision that was shown. */
      revision: z.number().int().min(0),
      right: z.enum(['yes', 'changed', 'ended']).nullable(),
      /** With "ended": the day, and the id of the listing that took over. */
      ended: z
        .object({ on: within(today - ENDED_DAYS, today), successor: z.string().max(40).nullable() })
        .nullable(),
      room: z.array(room).max(61),
      funding: z
        .object({
          says: z.enum(FUNDING_SAYINGS),
          until: within(today - FUNDED_DAYS, today + FUNDED_DAYS).nullable(),
        })
        .refine(({ says, until }) => says !== 'ends' || until !== null)
        .nullable(),
      /** How many new people a month; `perMonth` null: they do not count any more. */
      intake: z.object({ perMonth: z.number().int().min(0).max(PER_MONTH_MAX).nullable() }).nullable(),
    })
    .refine(({ right, ended }) => right !== 'ended' || ended !== null, { path: ['ended'] })
}
export type Answer = z.infer<ReturnType<typeof answerShape>>
export type RoomAnswer = Answer['room'][number]

export const NOTHING: Omit<Answer, 'listing' | 'revision'> = {
  right: null,
  ended: null,
  room: [],
  funding: null,
  intake: null,
}

/** Whether anything was answered at all. */
export function saysSomething({ right, room, funding, intake }: Answer): boolean {
  return right !== null || room.length > 0 || funding !== null || intake !== null
}
