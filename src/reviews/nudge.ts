/** "Are you still full?": a letter before a word on room lapses, to those who can say. Once for each word and person. */
import { nudgesDue, type Nudge } from '../capacity/nudges.ts'
import type { LetterAbout } from '../mail/letters.ts'
import { newToken } from '../store/once.ts'
import { makeAnswerLink } from '../upkeep/answer-link.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import type { Gathered, Settings } from './gather.ts'
import type { Somebody } from './people-to-ask.ts'

/** Nudges due now; those about listings that are asked about in a letter of this run are left to that letter. */
export function nudgesNow(
  { known }: Gathered,
  now: Date,
  { capacity }: Settings,
  asked: ReadonlySet<string>,
): Nudge[] {
  return nudgesDue([...known.values()], now, capacity).filter(({ listing }) => !asked.has(listing))
}

async function tell(
  { listing: id, event, lastDay, key }: Nudge,
  { key: person, role, address, lang }: Somebody,
  now: Date,
  { known }: Gathered,
  { store, newId }: Workshop,
): Promise<void> {
  const it = known.get(id)
  if (it === undefined) return
  const posted = `${key}:${person}`
  await store.act(async (act) => {
    if (await act.posted(posted)) return
    const link = {
      listings: [{ id, revision: it.listing.revision }],
      person: role === 'keeper' ? person : null,
    }
    const path = await makeAnswerLink(act, link, now, newToken)
    const about: LetterAbout<'room-nudge'> = { name: it.listing.name, state: event.state, lastDay, path }
    const at = now.toISOString()
    // Worth nothing any more once the word has lapsed and a week has gone by.
    const expiresAt = new Date(Date.parse(lastDay) + 7 * 86_400_000).toISOString()
    await act.post({
      id: newId(),
      key: posted,
      to: address,
      lang,
      kind: 'room-nudge',
      about,
      postedAt: at,
      expiresAt,
    })
  })
}

export async function sendNudges(
  nudges: readonly Nudge[],
  now: Date,
  gathered: Gathered,
  workshop: Workshop,
): Promise<void> {
  for (const nudge of nudges)
    for (const somebody of gathered.reach(nudge.listing)) await tell(nudge, somebody, now, gathered, workshop)
}
