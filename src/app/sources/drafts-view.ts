/** Drafts of a register as the desk looks through them. */
import { decideDrafts, registerDrafts } from '../../desk/register-drafts.ts'
import { registered } from '../../listings/organisation.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import type { Shown } from './run-view.ts'

/** Of what a charity says it does, so much is read in a list. Characters. */
const WORDS_MAX = 300

/** Databases have no greater one. */
const LAST_NUMBER = 2 ** 31 - 1

export type DraftView = { id: string; name: string; numbers: string[]; words: string; where: string[] }
export type DraftsView = {
  source: { id: string; name: string }
  drafts: DraftView[]
  waiting: number
  next: number | null
}

export async function draftsPage(
  house: House,
  who: SignedIn | null,
  { source: id, after }: { source: string; after: number },
  lang: Lang,
): Promise<Shown<DraftsView>> {
  const found = await registerDrafts(
    who,
    { source: id, after: Math.min(Math.max(0, Math.trunc(after) || 0), LAST_NUMBER) },
    house,
  )
  if (found.is === 'refused') return found
  const source = (await house.store.sources()).find((it) => it.id === id)
  if (source === undefined) return { is: 'unknown' }
  const { waiting, next } = found
  const drafts = await Promise.all(found.drafts.map((known) => draftOf(house, known, lang)))
  return { is: 'shown', view: { source: { id, name: source.name }, drafts, waiting, next } }
}

async function draftOf({ store }: House, { listing }: Known, lang: Lang): Promise<DraftView> {
  const { numbers } = texts(lang).pages.listing
  const group = listing.group === null ? null : await store.group(listing.group.id)
  const words = listing.description ?? listing.summary ?? ''
  return {
    id: listing.id,
    name: listing.name,
    numbers: (group?.org_ids ?? []).flatMap((it) => {
      const { register, number } = registered(it)
      return numbers[register]?.(number) ?? []
    }),
    words: words.length > WORDS_MAX ? `${words.slice(0, WORDS_MAX).trimEnd()}…` : words,
    where: listing.places.map(({ town, postcode }) => [town, postcode].filter(Boolean).join(', ')),
  }
}

export const decideDraftsOf = (
  house: House,
  who: SignedIn | null,
  given: { source: string; listings: readonly string[]; publish: boolean },
) => decideDrafts(who, given, house)
