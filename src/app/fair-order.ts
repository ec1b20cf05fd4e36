/**
 * How the load is spread today: read from the store, so that all processes agree, and counted in whole days, so that the
 * order stays put from midnight to midnight while somebody turns pages.
 */
import { isoDay, londonMoment } from '../listings/clock.ts'
import type { LatLng } from '../listings/listing.ts'
import type { Fairness } from '../search/engine.ts'
import { areaOf, backOf, loadsOf, seedOf } from '../search/fairness.ts'
import type { Store } from '../store/store.ts'
import { SHARED_A_WEEK, WEEK_DAYS } from '../workers/sent.ts'

/** Milliseconds. Past days change only by what is erased, merged or put into another group. */
const KEEP_MS = 60_000

export type FairOrder = {
  /** Afterwards what is known is of today, a minute old at most; where the store cannot be read, as it was. */
  refresh: () => Promise<void>
  /** null: switched off. `place`: what was asked about. */
  at: (place: (LatLng & { postcode: string | null }) | null) => Fairness | null
}

export function fairOrder(store: Pick<Store, 'sentTo'>, strength: number, now: () => Date): FairOrder {
  let held = { day: '', text: '', version: 0, back: new Map<string, number>() }
  let until = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  const read = async () => {
    const { epochDay, day } = londonMoment(now())
    const back = backOf(
      loadsOf(
        await store.sentTo({ from: isoDay(epochDay - WEEK_DAYS), before: day, sharedMost: SHARED_A_WEEK }),
      ),
      strength,
    )
    const text = JSON.stringify([...back])
    held = { day, text, back, version: held.version + (text === held.text ? 0 : 1) }
    until = performance.now() + KEEP_MS
  }
  return {
    async refresh() {
      if (strength === 0) return
      const today = londonMoment(now()).day
      if (held.day === today && until > performance.now()) return
      reading ??= read()
        // The order of equals is no reason to have no page.
        .catch(() => undefined)
        .finally(() => (reading = null))
      // What is of today is good enough until the new is there: nobody waits for it.
      if (held.day !== today) await reading
    },
    at(place) {
      if (strength === 0) return null
      const { version, back } = held
      return { version, back, seed: seedOf(londonMoment(now()).day, areaOf(place)) }
    },
  }
}
