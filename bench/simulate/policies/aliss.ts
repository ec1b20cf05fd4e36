/**
 * ALISS (Scotland), from its source of 2024-05 (ServiceService, ServiceReview): letters when the last review is 10, 11
 * and 12 months old, one a person a run with all that is due soon; managers are added from the second; the third one
 * demotes at once; a review clears it. After the third nobody is asked again. `lapses`: words on room end, as ours do.
 */
import type { CapacityThresholds } from '../../../src/capacity/event.ts'
import { DAY_MS, FIRST_DAY_MS } from '../lives.ts'
import { roomLapses, type Ask, type Policy, type Seen } from '../seen.ts'
import { roomOf } from './fixed.ts'

const MONTH_DAYS = 365.25 / 12
const LETTERS_AT_MONTHS = [10, 11, 12]
/** "BulkReviewMonths": what is due so soon goes with what is due. */
const SOON_MONTHS = 2

export const aliss = (lapses: CapacityThresholds | null = null): Policy => ({
  keeps: { funding: false, calls: false, links: false },
  start(seen) {
    const sent = new Uint8Array(seen.length)
    const months = (it: number, day: number) => (day - (seen[it]?.confirmed.day ?? 0)) / MONTH_DAYS
    return {
      heard: (it) => void (sent[it] = 0),
      doubts: (it) => (sent[it] ?? 0) >= LETTERS_AT_MONTHS.length,
      room: (it, day) => (lapses !== null && lapsed(seen[it], day, lapses) ? 'unknown' : roomOf(seen, it)),
      asks(day) {
        const letters = new Map<number, Set<number>>()
        const write = (person: number, it: number) =>
          letters.set(person, (letters.get(person) ?? new Set<number>()).add(it))
        seen.forEach((known, it) => {
          const due = LETTERS_AT_MONTHS[sent[it] ?? 0]
          if (known.ended || known.from > day || due === undefined || months(it, day) < due) return
          const people = sent[it] === 0 ? known.people.slice(0, 1) : known.people
          for (const person of people) write(person, it)
          sent[it] = (sent[it] ?? 0) + 1
        })
        seen.forEach((known, it) => {
          const letter = known.people[0] === undefined ? undefined : letters.get(known.people[0])
          const first = (LETTERS_AT_MONTHS[0] ?? 0) - SOON_MONTHS
          if (letter === undefined || known.ended || known.from > day || sent[it] !== 0) return
          if (months(it, day) < first) return
          letter.add(it)
          sent[it] = 1
        })
        return [...letters].map(([person, listings]): Ask => ({
          is: 'letter',
          person,
          listings: [...listings],
        }))
      },
    }
  },
})

const lapsed = (it: Seen | undefined, day: number, thresholds: CapacityThresholds): boolean =>
  it === undefined || roomLapses(it, thresholds) <= FIRST_DAY_MS + day * DAY_MS
