/** What sending letters needs of the store, beside the outbox. */
import type { Database } from '../database.ts'
import { dropLink, dueLinks, linkOf, writeLink, type LinkCheck } from '../links/link-checks.ts'
import { listingsNaming } from './addresses.ts'
import { forgetTokens } from '../once.ts'
import { bouncesOf, forgetBounces, type Bounce } from './bounces.ts'
import { addressOf, outboxState, tidyOutbox, type OutboxState } from './post-office.ts'
import { isStopped, type Stopped } from './stopped.ts'
import { lastDone, leaveTurn, takeTurn, type Turn } from './turn.ts'

export type MailStore = {
  turns: {
    /** True: it is the holder's from now on, for `ms` milliseconds; asked again by the holder it is drawn out. */
    take(turn: Turn): Promise<boolean>
    leave(turn: { name: string; holder: string; doneAt?: string }): Promise<void>
    lastDone(name: string): Promise<string | null>
  }
  mail: {
    state(now: Date): Promise<OutboxState>
    tidy(before: {
      addressesBefore: string
      rowsBefore: string
      bouncesBefore: string
      tokensBefore: string
    }): Promise<void>
    isStopped(which: Stopped): Promise<boolean>
    bouncesOf(address: string, since: string): Promise<Bounce[]>
    listingsNaming(address: string): Promise<string[]>
    /** To whom a letter went; null: it is none of ours, or its address is forgotten. */
    addressOf(letter: string): Promise<string | null>
  }
  links: {
    due(now: Date, limit: number): Promise<LinkCheck[]>
    of(listing: string): Promise<LinkCheck | null>
    write(links: readonly LinkCheck[]): Promise<void>
    drop(listings: readonly string[]): Promise<void>
  }
}

export function mailStore({ read, dialect, write }: Database): MailStore {
  const reading = { db: read, dialect }
  return {
    turns: {
      take: (turn) => write((tx) => takeTurn(tx, turn)),
      leave: (turn) => write((tx) => leaveTurn(tx, turn)),
      lastDone: (name) => lastDone(reading, name),
    },
    mail: {
      state: (now) => outboxState(reading, now),
      tidy: ({ bouncesBefore, tokensBefore, ...before }) =>
        write(async (tx) => {
          await tidyOutbox(tx, before)
          await forgetBounces(tx, bouncesBefore)
          await forgetTokens(tx, tokensBefore)
        }),
      isStopped: (which) => isStopped(reading, which),
      bouncesOf: (address, since) => bouncesOf(reading, address, since),
      listingsNaming: (address) => listingsNaming(reading, address),
      addressOf: (letter) => addressOf(reading, letter),
    },
    links: {
      due: (now, limit) => dueLinks(reading, now, limit),
      of: (listing) => linkOf(reading, listing),
      write: (links) =>
        write(async (tx) => {
          for (const link of links) await writeLink(tx, link)
        }),
      drop: (listings) =>
        write(async (tx) => {
          for (const listing of listings) await dropLink(tx, listing)
        }),
    },
  }
}
