/** When an address that gives letters back counts as gone. */
import { epochDay, isoDay } from '../listings/clock.ts'

/** A mailbox can be full or its server away for a while: so many days with a letter back… */
const TEMPORARY_DAYS = 3
/** …within so many days are as good as a word that it is gone. */
const WITHIN_DAYS = 14

/** The first day that is looked at, of the day it is now. */
export const bouncesSince = (today: string): string => isoDay(epochDay(today) - WITHIN_DAYS + 1)

/** `bounces`: at most one a day. */
export function isGone(bounces: readonly { day: string; permanent: boolean }[], today: string): boolean {
  const recent = bounces.filter(({ day }) => day >= bouncesSince(today) && day <= today)
  return recent.some(({ permanent }) => permanent) || recent.length >= TEMPORARY_DAYS
}
