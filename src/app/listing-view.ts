/** All that a listing's page shows, in one language. */
import { whenBreaks, whenFull } from '../listings/schedule-words.ts'
import { catchmentSaid } from '../listings/words.ts'
import { settle } from '../listings/settle.ts'
import { FIELD_NAMES, type FieldName, type Listing } from '../listings/listing.ts'
import { labelOf, mayLeaveQuickly, type List } from '../listings/taxonomy.ts'
import type { Known, Source } from '../store/store.ts'
import type { Lang } from '../text/format.ts'
import { texts } from '../text/texts.ts'
import { nextInstant, trust } from './find/result.ts'
import type { House } from './house.ts'
import { fundingView } from './groups/funding-view.ts'
import { inLanguage } from './in-language.ts'
import { similarTo } from './similar.ts'
import type { ListingPage, ListingView, Named } from './views.ts'

/** Confirmations shown at most. */
const HISTORY = 10

export async function listingPage(house: House, slug: string, lang: Lang): Promise<ListingPage> {
  const found = await house.store.bySlug(slug)
  if (found.is !== 'listing') return found
  if (found.known.listing.status === 'draft') return { is: 'unknown' }
  return { is: 'listing', view: await listingViewOf(house, found.known, lang) }
}

export async function listingViewOf(house: House, known: Known, lang: Lang): Promise<ListingView> {
  const text = texts(lang)
  const now = house.now()
  await house.notices.refresh()
  const { listing } = inLanguage(known, lang)
  const named = (list: List, ids: readonly string[] = []): Named[] =>
    ids.map((id) => ({ id, label: labelOf(house.taxonomy, list, id, lang) ?? id }))
  const [group, confirmations, provenance, sources, similar, successor, funding] = await Promise.all([
    listing.group && house.store.group(listing.group.id),
    house.store.confirmations(listing.id),
    provenanceOf(house, known),
    sourcesOf(house, known),
    similarTo(house, known, lang),
    successorOf(house, listing),
    fundingView(house, known, lang),
  ])
  return {
    listing,
    group: group && { name: group.name, website: group.website ?? null, orgIds: group.org_ids },
    ...trust(house, known, now, text),
    funding,
    when: whenFull(listing.sessions, text, { now, places: listing.places.map((it) => it.name) }),
    next: nextInstant(house, listing, now),
    breaks: whenBreaks(listing.sessions, now, text),
    needs: named('needs', listing.needs),
    kinds: named('kinds', listing.kinds),
    communities: named('audiences', listing.audience?.communities),
    conditions: named('conditions', listing.audience?.conditions),
    access: named('access', listing.access),
    languages: named('languages', listing.languages),
    serves: listing.catchment ? catchmentSaid(listing.catchment, text) : null,
    leaveQuickly: mayLeaveQuickly(house.taxonomy, listing.needs),
    confirmations: confirmations.slice(0, HISTORY),
    provenance,
    sources,
    similar,
    successor,
    address:
      house.config.siteUrl === null ? null : new URL(`/listing/${listing.slug}`, house.config.siteUrl).href,
  }
}

/** Who said each field that is shown, and when; sources by their public name. */
export async function provenanceOf(house: House, known: Known): Promise<ListingView['provenance']> {
  const settled = settle(await house.store.statements(known.listing.id), house.ranks)
  if (settled.is === 'nameless') return []
  const names = new Map((await house.store.sources()).map((it) => [it.id, it.name]))
  return FIELD_NAMES.flatMap((field: FieldName) => {
    const said = settled.provenance[field]
    return said === undefined ? [] : [{ field, ...said, source: names.get(said.source) ?? said.source }]
  })
}

export async function sourcesOf(house: House, known: Known): Promise<Source[]> {
  const all = await house.store.sources()
  return all.filter((it) => known.sources.includes(it.id))
}

async function successorOf(house: House, listing: Listing): Promise<ListingView['successor']> {
  if (listing.successor === undefined) return null
  const found = await house.store.byId(listing.successor)
  return found.is === 'listing' ? { slug: found.known.listing.slug, name: found.known.listing.name } : null
}
