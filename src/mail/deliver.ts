/**
 * Takes letters whose time has come and sends them, at least once: a letter is marked as sent after the server took it,
 * so a crash between the two sends it again, with the same Message-ID.
 */
import { hashOfAddress } from '../store/mail/address-hash.ts'
import { inTurn } from '../store/mail/in-turn.ts'
import type { Waiting } from '../store/mail/outbox.ts'
import { UNREACHABLE } from '../store/mail/post-office.ts'
import type { Store } from '../store/store.ts'
import type { Reader } from './letter.ts'
import { messageOf } from './message.ts'
import type { Mailer, Sender } from './mailer.ts'
import { nextTry } from './retry.ts'
import { stopPath } from './stop-token.ts'

export type PostRoom = {
  store: Pick<Store, 'outbox' | 'turns' | 'mail'>
  mailer: Mailer
  from: Sender
  /** Who reads a letter in a language, all but `stopLink`. */
  reader: (lang: Waiting['lang']) => Omit<Reader, 'stopLink'>
  stopSecret: () => Promise<string>
  now: () => Date
  /** Name of this process among all that send. */
  holder: string
  /** The server said that there is no such address. */
  onBounce: (address: string) => Promise<void>
  /** Told of a letter that could not be written, by its kind. */
  onError: (what: string, about: { kind?: string; why: string }) => void
  /** True: no further letter is to be begun. */
  isEnding?: () => boolean
  turnMs?: number
}

/** Milliseconds after which another process goes on where this one died in the middle. */
const TURN_MS = 15_000
/** Letters looked at together: a code that is posted meanwhile is in the next handful. */
const HANDFUL = 12
/** So many letters in a row found no server: the others need not try. */
const GIVE_UP_AFTER = 3

export type Delivered = { sent: number; failed: number; dropped: number; gaveUp: boolean }

/** null: another process is at it. Rejects only where the store cannot be read or written. */
export async function deliverDue(
  room: PostRoom,
  sentBefore: Set<string> = new Set(),
): Promise<Delivered | null> {
  const { store, now, holder, turnMs = TURN_MS } = room
  const nothing = { sent: 0, failed: 0, dropped: 0, gaveUp: false }
  if ((await store.outbox.due(now(), 1)).length === 0) return nothing
  const stopSecret = await room.stopSecret()
  return inTurn({ turns: store.turns, name: 'mail', holder, now, ms: turnMs }, async (still) => {
    const done = { ...nothing }
    let unreachable = 0
    const goOn = () => still() && unreachable < GIVE_UP_AFTER && room.isEnding?.() !== true
    for (let letters = await store.outbox.due(now(), HANDFUL); letters.length > 0 && goOn();) {
      // One after the other: a crash then sends one letter twice at most.
      for (const letter of letters) {
        if (!goOn()) break
        const outcome = await deliver(room, letter, stopSecret, sentBefore)
        done[outcome.is] += 1
        unreachable = outcome.unreachable ? unreachable + 1 : 0
      }
      letters = await store.outbox.due(now(), HANDFUL)
    }
    done.gaveUp = !goOn()
    return { done: true, value: done }
  })
}

type Outcome = { is: 'sent' | 'failed' | 'dropped'; unreachable?: boolean }

async function deliver(
  room: PostRoom,
  letter: Waiting,
  secret: string,
  sentBefore: Set<string>,
): Promise<Outcome> {
  const { store, now } = room
  const at = now().toISOString()
  const { id, kind } = letter
  const drop = async (why: string): Promise<Outcome> => {
    await store.outbox.tried({ id, at, is: 'dropped', why })
    return { is: 'dropped' }
  }
  const again = async (why: string, unreachable: boolean): Promise<Outcome> => {
    const said = unreachable ? `${UNREACHABLE}: ${why}` : why
    await store.outbox.tried({ id, at, is: 'failed', why: said, nextTryAt: nextTry(letter.tries + 1, now()) })
    return { is: 'failed', unreachable }
  }
  const sent = async (): Promise<Outcome> => {
    // Not marked where the store is busy just now: this process knows it and will not send it again.
    sentBefore.add(id)
    await store.outbox.tried({ id, at, is: 'sent' })
    sentBefore.delete(id)
    return { is: 'sent' }
  }
  if (sentBefore.has(id)) return sent()
  if (letter.expiresAt <= at) return drop('expired')
  const stopLink =
    room.reader(letter.lang).base +
    (letter.lang === 'cy' ? '/cy' : '') +
    stopPath({ to: letter.to, kind }, secret)
  const written = messageOf(letter, { ...room.reader(letter.lang), stopLink }, room.from)
  if (written.is === 'unwritable') {
    room.onError('a letter could not be written', { kind, why: written.why })
    return again(written.why, false)
  }
  const { message } = written
  if (message.stopUrl !== null && (await store.mail.isStopped({ address: hashOfAddress(letter.to), kind })))
    return drop('stopped')
  const sending = await room.mailer.send(message)
  if (sending.is === 'sent') return sent()
  if (sending.is === 'failed') return again(sending.why, sending.unreachable)
  // The bounce first: where this process dies between the two, the letter is tried and refused once more.
  await room.onBounce(letter.to).catch((error: unknown) => {
    room.onError('a bounce could not be noted', { why: error instanceof Error ? error.name : 'an error' })
  })
  return drop(sending.why)
}
