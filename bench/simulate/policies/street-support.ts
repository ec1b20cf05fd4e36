/**
 * Street Support Network, from its source of 2026-03 (verificationOrganisationJob): one letter 90 days after an
 * organisation was verified; at 100 days the badge goes and the page warns. Nobody is asked again until they verify.
 */
import type { Ask, Policy } from '../seen.ts'
import { roomOf } from './fixed.ts'

const LETTER_DAYS = 90
const BADGE_DAYS = 100

export const streetSupport: Policy = {
  keeps: { funding: false, calls: false, links: false },
  start(seen) {
    const sent = new Uint8Array(seen.length)
    const age = (it: number, day: number) => day - (seen[it]?.confirmed.day ?? 0)
    return {
      heard: (it) => void (sent[it] = 0),
      doubts: (it, day) => age(it, day) > BADGE_DAYS,
      room: (it) => roomOf(seen, it),
      asks(day) {
        const letters = new Map<number, number[]>()
        seen.forEach((known, it) => {
          const [person] = known.people
          if (known.ended || known.from > day || sent[it] === 1 || person === undefined) return
          if (age(it, day) < LETTER_DAYS) return
          sent[it] = 1
          letters.set(person, [...(letters.get(person) ?? []), it])
        })
        return [...letters].map(([person, listings]): Ask => ({ is: 'letter', person, listings }))
      },
    }
  },
}
