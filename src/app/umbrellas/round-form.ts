/** A round of calls, saved: one act a listing, so that one that cannot be saved keeps no other back. */
import type { SignedIn } from '../../people/signed-in.ts'
import { rang } from '../../upkeep/rang.ts'
import { HEARD, rung, type Heard, type Rung } from '../../upkeep/rung.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import type { Typed } from '../keepers/form-answer.ts'

/** What became of one listing's answer. */
export type RoundResult = 'saved' | 'stale' | 'refused' | 'invalid' | 'unknown'
/** By the id of the listing; those "not rung" are left out. */
export type RoundResults = ReadonlyMap<string, RoundResult>

/** Listings of one round at most: more than anybody rings in a day. */
const ROUND_MAX = 500

/**
 * `listings`: the ids on the form, in its order; for each the fields "heard-<id>", "revision-<id>", "words-<id>",
 * "until-<id>" and "weeks-<id>".
 */
export async function saveRound(
  who: SignedIn | null,
  { listings, form }: { listings: readonly string[]; form: Typed },
  workshop: Workshop,
): Promise<RoundResults> {
  const results = new Map<string, RoundResult>()
  for (const id of new Set(listings.slice(0, ROUND_MAX))) {
    const heard = HEARD.find((it) => it === form.text(`heard-${id}`))
    if (heard === undefined) continue
    const given = readRow(id, heard, form)
    if (!rung(workshop.now()).safeParse(given).success) results.set(id, 'invalid')
    else results.set(id, (await rang(who, given, workshop)).is)
  }
  return results
}

function readRow(listing: string, heard: Heard, form: Typed): Rung {
  const said = (name: string) => form.text(`${name}-${listing}`) || null
  const full = heard === 'full'
  const weeks = full ? said('weeks') : null
  return {
    listing,
    revision: Number(form.text(`revision-${listing}`)),
    heard,
    words: said('words'),
    until: full ? said('until') : null,
    weeks: weeks === null ? null : Number(weeks),
    how: 'phone',
  }
}
