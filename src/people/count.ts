/** Counts presses against the limits, by keys that say nothing: an HMAC whose salt is another one every day. */
import { createHmac } from 'node:crypto'
import { limitsOf, networkOf, type Limit, type LimitKind, type Whose } from './limits.ts'
import { sameAddress } from '../store/people/persons.ts'
import type { Press } from '../store/people/pressed.ts'

/** Null: counted. Else the instant from which it will be. A refused press is not counted. */
export type Counter = (press: Press) => Promise<string | null>
export type Limited = { retryAfter: number } | null
export type Presser = { from: string; address?: string | undefined; person?: string | undefined }

/** Counts of one process, in its memory. `share`: of so many processes each takes its part. */
export function memoryCounter(share = 1): Counter {
  const presses = new Map<string, number[]>()
  let swept = 0
  return async ({ key, now, most, milliseconds, look = false }) => {
    const at = now.getTime()
    if (at - swept > SWEEP_MS) {
      for (const [old, until] of presses) if ((until.at(-1) ?? 0) <= at) presses.delete(old)
      swept = at
    }
    const part = Math.max(1, Math.floor(most / share))
    const live = (presses.get(key) ?? []).filter((until) => until > at)
    const oldest = live.at(-part)
    if (oldest !== undefined) return new Date(oldest).toISOString()
    if (look) return null
    presses.set(key, [...live, at + milliseconds])
    return null
  }
}
/** Keys nobody pressed any more are forgotten so often. Milliseconds. */
const SWEEP_MS = 60_000

const DAY_MS = 86_400_000

function subjectOf(whose: Whose, { from, address, person }: Presser): string | null {
  if (whose === 'all') return ''
  if (whose === 'network') return networkOf(from)
  if (whose === 'person') return person ?? null
  if (address === undefined) return null
  return whose === 'address' ? sameAddress(address) : `${sameAddress(address)} ${networkOf(from)}`
}

/**
 * Whose limits are looked at first: a machine that asks in ten thousand names is stopped by where it is, and fills neither
 * memory nor mailboxes with the names.
 */
const FIRST: readonly Whose[] = ['person', 'network', 'address-there', 'address', 'all']

/**
 * `limited(kind, who)`: null, or after how many seconds to come again. It counts for every limit or for none: a press that
 * one of them refuses uses nothing up of the others, so that nobody spends another's tries from where they are stopped.
 */
export function makeLimits({ count, secret, now }: { count: Counter; secret: string; now: () => Date }) {
  const keyOf = ({ kind, whose, minutes }: Limit, subject: string, at: Date): string => {
    const day = Math.floor(at.getTime() / DAY_MS)
    const salt = createHmac('sha256', secret).update(`limits ${day}`).digest()
    return createHmac('sha256', salt).update(`${kind} ${whose} ${minutes} ${subject}`).digest('base64url')
  }
  const pressesOf = (kind: LimitKind, who: Presser, at: Date): Press[] =>
    limitsOf(kind)
      .sort((a, b) => FIRST.indexOf(a.whose) - FIRST.indexOf(b.whose))
      .flatMap((limit) => {
        const subject = subjectOf(limit.whose, who)
        if (subject === null) return []
        const key = keyOf(limit, subject, at)
        return [{ key, now: at, most: limit.count, milliseconds: limit.minutes * 60_000 }]
      })
  return async (kind: LimitKind, who: Presser): Promise<Limited> => {
    const at = now()
    const presses = pressesOf(kind, who, at)
    for (const look of [true, false])
      for (const press of presses) {
        const until = await count({ ...press, look })
        if (until !== null)
          return { retryAfter: Math.max(1, Math.ceil((Date.parse(until) - at.getTime()) / 1000)) }
      }
    return null
  }
}
