/** When a form was given out, in the form itself: no cookie and no script is needed to see that a person had time to read it. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Nobody reads five choices and picks one in less. Milliseconds. */
const READ_MS = 3000
/** A form left open over a night still counts. Milliseconds. */
const HOLDS_MS = 24 * 3_600_000

const signed = (at: string, secret: string) =>
  createHmac('sha256', secret).update(`form ${at}`).digest('base64url').slice(0, 22)

export function stamp(now: Date, secret: string): string {
  const at = now.getTime().toString(36)
  return `${at}.${signed(at, secret)}`
}

/** "early": sent faster than anybody reads. "old": given out too long ago. "unknown": we did not give it out. */
export function stamped(given: string, now: Date, secret: string): 'good' | 'early' | 'old' | 'unknown' {
  const [at = '', mark = ''] = given.split('.', 2)
  const right = Buffer.from(signed(at, secret))
  const claimed = Buffer.from(mark)
  if (claimed.length !== right.length || !timingSafeEqual(claimed, right)) return 'unknown'
  const age = now.getTime() - Number.parseInt(at, 36)
  if (age < READ_MS) return 'early'
  return age > HOLDS_MS ? 'old' : 'good'
}

/** A mark of a network on one day: tells two senders apart, and nobody can read from it who they are. */
export function markOf(network: string, day: string, secret: string): string {
  return createHmac('sha256', secret).update(`${day} ${network}`).digest('base64url').slice(0, 12)
}
