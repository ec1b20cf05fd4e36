/** Asking to keep a listing: by an address it has, by a code sent to one, or with words for the desk. Each is one act. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { KINDS } from '../../desk/kinds.ts'
import { isoDay, londonMoment } from '../../listings/clock.ts'
import { webAddress } from '../../listings/listing.ts'
import type { CodeTried } from '../../store/keepers/keeper.ts'
import type { Lang } from '../../text/format.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import type { SignedIn } from '../signed-in.ts'
import { isOneOf, proving, type Address } from './addresses.ts'
import { becomeKeeper } from './become.ts'
import { askedBefore } from './ways.ts'

/** Somebody has to be rung who has the letter, and it has to be read out. Minutes. */
export const CODE_MINUTES = 60
/** Letters with a code that one listing gets from everybody together: its address is not ours to fill. */
const CODES_AN_HOUR = 3
const CODES_A_DAY = 6
const HOUR_MS = 3_600_000

/** `group`: what they keep now. */
export type Kept = { is: 'saved'; group: string }
export type NotKept = { is: 'refused' } | { is: 'unknown' }

/** The address they signed in with is proof: whoever reads its letters belongs to the listing. */
export async function keepByAddress(
  who: SignedIn | null,
  listing: string,
  workshop: Workshop,
): Promise<Kept | NotKept> {
  if (who === null) return { is: 'refused' }
  const addresses = await addressesNow(listing, workshop)
  if (addresses === null) return { is: 'unknown' }
  if (!isOneOf(who.email, addresses)) return { is: 'refused' }
  return workshop.store.act(async (act): Promise<Kept | NotKept> => {
    const found = await act.byId(listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    const { person, email } = who
    const group = await becomeKeeper(
      act,
      { known, person, email, by: null, did: 'kept-by-address', about: null },
      workshop,
    )
    return { is: 'saved', group }
  })
}

/** null: there is no such listing, or nobody may know of it yet. */
async function addressesNow(listing: string, { store }: Workshop): Promise<Address[] | null> {
  const found = await store.byId(listing)
  if (found.is !== 'listing' || found.known.listing.status === 'draft') return null
  return proving(store, found.known.listing)
}

export type Asked = { is: 'sent' } | { is: 'too-many' } | NotKept

/**
 * Sends a code to the address the listing has. The same answer and the same work where it has none: then a code is made
 * that nobody ever learns.
 */
export async function askForCode(
  who: SignedIn | null,
  { listing, lang }: { listing: string; lang: Lang },
  workshop: Workshop,
): Promise<Asked> {
  if (who === null) return { is: 'refused' }
  const at = workshop.now()
  const addresses = await addressesNow(listing, workshop)
  if (addresses === null) return { is: 'unknown' }
  const since = (hours: number) => new Date(at.getTime() - hours * HOUR_MS).toISOString()
  return workshop.store.act(async (act): Promise<Asked> => {
    const found = await act.byId(listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { slug, name } = found.known.listing
    const sent = [
      await act.keepers.codesSince(listing, since(1)),
      await act.keepers.codesSince(listing, since(24)),
    ]
    if ((sent[0] ?? 0) >= CODES_AN_HOUR || (sent[1] ?? 0) >= CODES_A_DAY) return { is: 'too-many' }
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const id = workshop.newId()
    const madeAt = at.toISOString()
    const expiresAt = new Date(at.getTime() + CODE_MINUTES * 60_000).toISOString()
    await act.keepers.makeCode(code, { id, listing, person: who.person, madeAt, expiresAt })
    const [best] = addresses
    if (best !== undefined)
      await act.post({
        id: workshop.newId(),
        key: `keeper-code:${id}`,
        to: best.address,
        lang,
        kind: 'keeper-code',
        about: { listing: name, asker: who.email, code, path: `/groups/keep/${slug}` },
        postedAt: madeAt,
        expiresAt,
      })
    return { is: 'sent' }
  })
}

export async function keepByCode(
  who: SignedIn | null,
  { listing, code }: { listing: string; code: string },
  workshop: Workshop,
): Promise<Kept | NotKept | Exclude<CodeTried, { is: 'right' }>> {
  if (who === null) return { is: 'refused' }
  return workshop.store.act(async (act) => {
    const found = await act.byId(listing)
    if (found.is !== 'listing') return { is: 'unknown' as const }
    const { known } = found
    const { person, email } = who
    const typed = code.replace(/\D/g, '')
    const tried = await act.keepers.tryCode(listing, person, typed, workshop.now())
    if (tried.is !== 'right') return tried
    const group = await becomeKeeper(
      act,
      { known, person, email, by: null, did: 'kept-by-code', about: null },
      workshop,
    )
    return { is: 'saved' as const, group }
  })
}

/** Who they say they are, and what shows it. Characters of the words. */
export const PROOF_MAX = 1000
export const proof = z.object({
  words: z.string().trim().min(10).max(PROOF_MAX),
  website: z.union([z.literal('').transform(() => null), webAddress]),
})
export type Proof = z.infer<typeof proof>

/** The desk looks at it, and answers by letter either way. Asked a second time it is the same matter. */
export async function askDesk(
  who: SignedIn | null,
  listing: string,
  { words, website, lang }: Proof & { lang: Lang },
  workshop: Workshop,
): Promise<{ is: 'asked' } | NotKept> {
  if (who === null) return { is: 'refused' }
  const at = workshop.now()
  return workshop.store.act(async (act): Promise<{ is: 'asked' } | NotKept> => {
    const found = await act.byId(listing)
    if (found.is !== 'listing' || found.known.listing.status === 'draft') return { is: 'unknown' }
    const { group } = found.known.listing
    const about = { words, website, email: who.email, lang }
    const before = await askedBefore(act, who, listing)
    if (before !== null) {
      await act.matters.restate(before.id, about)
      return { is: 'asked' }
    }
    const id = workshop.newId()
    await act.matters.open({
      id,
      kind: 'keeper',
      listing,
      group: group?.id ?? null,
      person: who.person,
      openedAt: at.toISOString(),
      targetOn: isoDay(londonMoment(at).epochDay + KINDS.keeper.target_days),
      about,
    })
    await act.audit({
      id: workshop.newId(),
      at: at.toISOString(),
      person: who.person,
      role: null,
      did: 'asked-to-keep',
      listing,
      group: group?.id ?? null,
      about: id,
    })
    return { is: 'asked' }
  })
}
