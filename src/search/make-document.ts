/** A listing as an engine knows it. Pure: the same listing and rules always give the same document. */
import { wholeWord } from '../capacity/by-session.ts'
import type { CapacityEvent, CapacityThresholds } from '../capacity/event.ts'
import type { Confirmation, FreshnessThresholds, Signal } from '../freshness/evidence.ts'
import { doubtedFrom } from '../freshness/signals.ts'
import { epochDay, instantOf } from '../listings/clock.ts'
import type { LatLng, Listing, Place } from '../listings/listing.ts'
import { shownPlaces } from '../listings/masked.ts'
import type { Term as TermDates } from '../listings/schedule.ts'
import { slotsOf } from '../listings/slots.ts'
import type { TaxonomyIndex } from '../listings/taxonomy.ts'
import type { SearchDocument } from './document.ts'
import { CARERS } from './query.ts'
import { makeKnownNames } from './known-names.ts'
import { inOwnArea } from './own-area.ts'
import { needsNoVisit, servesOf } from './serves.ts'

/** What documents are made with, besides the listings: another taxonomy or threshold means another index. */
export type DocumentRules = {
  taxonomy: TaxonomyIndex
  site: {
    freshness: FreshnessThresholds
    capacity: CapacityThresholds
    /** School terms. */
    terms: readonly TermDates[]
    /** The middle of the deployment's own area. */
    map: LatLng
    /** How far that reaches; what an index is called where sites may share a server. */
    search: { within_miles: number; index?: string }
  }
  /** Whose index it is: stores count their changes alike, so that by its number another one's could pass for ours. */
  directory?: string | null
}

/** The part of what the store knows that is searched by. */
export type KnownListing = {
  listing: Listing
  confirmation: Confirmation | null
  capacity: CapacityEvent | null
  capacities: CapacityEvent[]
  signals: Signal[]
}

/** null for drafts and what has ended: they are never found. Paused ones are, and say so. */
export function documentOf(known: KnownListing, { site, taxonomy }: DocumentRules): SearchDocument | null {
  const { listing, confirmation, signals } = known
  if (listing.status === 'draft' || listing.status === 'ended') return null
  const { audience, cost, join, name } = listing
  const places = shownPlaces(listing.places, false)
  const points = places.flatMap(({ point, precision }) =>
    point ? [{ ...point, area: precision === 'area' }] : [],
  )
  return {
    id: listing.id,
    slug: listing.slug,
    name,
    known: knownNamesOf(taxonomy)(`${name}\n${listing.group?.name ?? ''}`),
    group: listing.group?.name ?? '',
    place: lines(places.flatMap(placeWords)),
    body: bodyOf(listing),
    needs: listing.needs,
    kinds: listing.kinds,
    who: whoOf(audience),
    ageFrom: audience?.age_from ?? null,
    ageTo: audience?.age_to ?? null,
    how: listing.how,
    cost: cost ? [cost.kind] : [],
    access: listing.access,
    languages: listing.languages,
    join: [...new Set([...(join?.ways ?? []), ...(join?.referral_by ?? [])])],
    points,
    away: !needsNoVisit(listing.how) && isAway(points, site),
    serves: servesOf(listing),
    slots: slotsOf(listing.sessions, site.terms),
    confirmedAt: confirmation ? Date.parse(confirmation.at) : null,
    endsAt: listing.ended_on ? instantOf(epochDay(listing.ended_on) + 1, 0).getTime() : null,
    doubtedFrom: doubtedFrom(signals, confirmation, site.freshness),
    capacity: wholeWord(known, site.capacity),
    editedAt: Date.parse(listing.editedAt),
  }
}

const KNOWN_NAMES = new WeakMap<TaxonomyIndex, (text: string) => string>()
function knownNamesOf(taxonomy: TaxonomyIndex): (text: string) => string {
  const kept = KNOWN_NAMES.get(taxonomy) ?? makeKnownNames(taxonomy.lists.names ?? [])
  KNOWN_NAMES.set(taxonomy, kept)
  return kept
}

/** What says no place may be anywhere. */
const isAway = (points: readonly LatLng[], site: DocumentRules['site']): boolean =>
  points.length > 0 && !points.some((point) => inOwnArea(point, site))

const lines = (words: readonly (string | undefined)[]): string =>
  [...new Set(words.filter((it): it is string => it !== undefined && it !== ''))].join('\n')

function placeWords({ name, address, town, postcode }: Place): (string | undefined)[] {
  return [name, town, address, postcode, postcode?.replaceAll(/\s+/g, '')]
}

function whoOf(audience: Listing['audience']): string[] {
  if (!audience) return []
  const { gender, carers, communities, conditions } = audience
  return [
    ...new Set([...(gender ? [gender] : []), ...(carers ? [CARERS] : []), ...communities, ...conditions]),
  ]
}

function bodyOf({ catchment, translations, ...listing }: Listing): string {
  return lines([
    listing.summary,
    listing.description,
    listing.eligibility,
    listing.first_time,
    listing.support?.can,
    ...Object.values(translations ?? {}).flatMap((it) => [
      it.name,
      it.summary,
      it.description,
      it.first_time,
    ]),
    ...(catchment?.kind === 'areas' || catchment?.kind === 'practices' ? catchment.names : []),
  ])
}

/** Text that changes when documents would: kept with an index, so that one made otherwise, or of another directory, is noticed. */
export function settingsOf({ taxonomy, site, directory = null }: DocumentRules): string {
  const { freshness, capacity, terms, map, search } = site
  const here = [map.lat, map.lng, search.within_miles]
  return JSON.stringify([taxonomy.lists, freshness, capacity, terms, here, directory])
}
