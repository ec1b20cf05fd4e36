/**
 * What a link worker said counts once a day, though nobody is written down: what is remembered until midnight is a mark
 * under a key of this process and day, which is kept nowhere else. A process that starts anew has forgotten it.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { londonMoment } from '../listings/clock.ts'
import type { Store } from '../store/store.ts'

type Day = { day: string; key: Buffer; marks: Set<string> }
const days = new WeakMap<Store, Day>()

type Mark = { isThere: () => boolean; set: () => void; remove: () => void }

/** `said`: who it was, and all that makes it the same again. */
export function markOfToday(store: Store, now: Date, said: readonly string[]): Mark {
  const { day } = londonMoment(now)
  const known = days.get(store)
  const today = known?.day === day ? known : { day, key: randomBytes(32), marks: new Set<string>() }
  days.set(store, today)
  const mark = createHmac('sha256', today.key).update(JSON.stringify(said)).digest('base64')
  return {
    isThere: () => today.marks.has(mark),
    set: () => void today.marks.add(mark),
    remove: () => void today.marks.delete(mark),
  }
}
