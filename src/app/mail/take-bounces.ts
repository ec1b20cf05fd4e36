/** Bounces as they come in: told by a program, or as mails. Addresses go no further than the store. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { readReport } from '../../mail/bounce-report.ts'
import { readMail } from '../../mail/read-mail.ts'
import type { House } from '../house.ts'
import { bounced } from './bounced.ts'

type BounceHouse = Pick<House, 'config' | 'store' | 'site' | 'now'>

export type Taken = {
  /** Letters that came back, by what they say; `other`: mails that are no such report. */
  permanent: number
  temporary: number
  other: number
  /** Listings that are doubted now because of them. */
  listings: number
}

/** What a program may tell: one of these, or a list. */
const told = z.union([
  z.object({ email: z.email(), permanent: z.boolean() }),
  z.object({ message: z.string().min(1) }),
])
export const bounceBody = z.union([told, z.array(told).min(1).max(100)])
export type BounceBody = z.infer<typeof bounceBody>

/** Compares in a time that tells nothing of the secret. `header`: "Bearer …", or "Basic …" with the secret as password. */
export function knowsSecret(header: string | null, secret: string): boolean {
  const [, how = '', value = ''] = /^(\S+) +(.*)$/.exec(header ?? '') ?? []
  const given =
    how.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '')
      : how.toLowerCase() === 'bearer'
        ? value
        : ''
  const hash = (it: string): Buffer => createHash('sha256').update(it).digest()
  return timingSafeEqual(hash(given), hash(secret))
}

const add = (a: Taken, b: Taken): Taken => ({
  permanent: a.permanent + b.permanent,
  temporary: a.temporary + b.temporary,
  other: a.other + b.other,
  listings: a.listings + b.listings,
})
const NOTHING: Taken = { permanent: 0, temporary: 0, other: 0, listings: 0 }

async function takeOne(house: BounceHouse, address: string, permanent: boolean, at: Date): Promise<Taken> {
  const outcome = await bounced(house, { address, permanent, at })
  return {
    ...NOTHING,
    [permanent ? 'permanent' : 'temporary']: 1,
    listings: outcome.is === 'gone' ? outcome.listings : 0,
  }
}

/** `raw`: a mail, one character a byte. Taken twice it counts once. */
export async function takeMail(house: BounceHouse, raw: string): Promise<Taken> {
  const mail = readMail(raw)
  const reports = readReport(mail)
  if (reports.length === 0) return { ...NOTHING, other: 1 }
  const at = whenOf(mail.headers['date'], house.now())
  let taken = NOTHING
  for (const { address, permanent, letter } of reports) {
    // Whom we wrote to, where the report says which letter it was: a mailbox that passes letters on names another.
    const ours = letter === null || reports.length > 1 ? null : await house.store.mail.addressOf(letter)
    taken = add(taken, await takeOne(house, ours ?? address, permanent, at))
  }
  return taken
}

/** A report is as old as it says, and never from the future. */
function whenOf(date: string | undefined, now: Date): Date {
  const at = new Date(date ?? '')
  return Number.isNaN(at.getTime()) || at > now ? now : at
}

export async function takeBounces(house: BounceHouse, body: BounceBody): Promise<Taken> {
  let taken = NOTHING
  for (const it of [body].flat()) {
    const one =
      'message' in it
        ? await takeMail(house, Buffer.from(it.message, 'utf8').toString('latin1'))
        : await takeOne(house, it.email, it.permanent, house.now())
    taken = add(taken, one)
  }
  return taken
}
