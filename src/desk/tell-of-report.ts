/** The letters of a report: to those who keep the listing when it comes, to those who sent it when it is decided. */
import type { LetterAbout } from '../mail/letters.ts'
import type { Act } from '../store/act.ts'
import { newToken } from '../store/once.ts'
import type { Listing } from '../listings/listing.ts'
import { makeAnswerLink } from '../upkeep/answer-link.ts'
import type { Keeper } from '../upkeep/keepers.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import type { AboutOf } from './kinds.ts'
import type { ReportWhat } from './alike.ts'

/** Days for which a letter that could not be sent is still worth sending. */
const WORTH_DAYS = 7
const DAY_MS = 86_400_000

const expiry = (now: Date) => new Date(now.getTime() + WORTH_DAYS * DAY_MS).toISOString()

/** "Somebody says it has closed. Is that so?", once a matter and person. */
export async function tellOfReport(
  act: Act,
  {
    matter,
    listing,
    what,
  }: { matter: string; listing: Pick<Listing, 'id' | 'name' | 'revision'>; what: ReportWhat },
  keepers: readonly Keeper[],
  workshop: Workshop,
): Promise<void> {
  const now = workshop.now()
  for (const { person, email, lang } of keepers) {
    const path = await makeAnswerLink(act, { listings: [listing], person }, now, newToken)
    const about: LetterAbout<'report-heard'> = { listing: listing.name, what, path }
    await act.post({
      id: workshop.newId(),
      key: `report-heard:${matter}:${person}`,
      to: email,
      lang,
      kind: 'report-heard',
      about,
      postedAt: now.toISOString(),
      expiresAt: expiry(now),
    })
  }
}

export type ReportDecided = LetterAbout<'report-outcome'>['decided']

/** What came of it, to everybody who left an address with it; the addresses themselves go in the same act. */
export async function tellOutcome(
  act: Act,
  about: {
    matter: string
    listing: Pick<Listing, 'name' | 'slug'>
    report: AboutOf<'report'>
    decided: ReportDecided
  },
  workshop: Workshop,
): Promise<void> {
  const now = workshop.now()
  for (const [at, { to, lang }] of about.report.tell.entries()) {
    const letter: LetterAbout<'report-outcome'> = {
      listing: about.listing.name,
      what: about.report.what,
      decided: about.decided,
      path: `/listing/${about.listing.slug}`,
    }
    await act.post({
      id: workshop.newId(),
      key: `report-outcome:${about.matter}:${at}`,
      to,
      lang,
      kind: 'report-outcome',
      about: letter,
      postedAt: now.toISOString(),
      expiresAt: expiry(now),
    })
  }
}

/** What stays of a report once it is decided: nobody's address, and no mark of a network. */
export function withoutSenders({ what, said }: AboutOf<'report'>): AboutOf<'report'> {
  return { what, said: said.map(({ at, words }) => ({ at, words, from: '' })), tell: [] }
}
