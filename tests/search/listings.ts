/** Invented listings round an invented middle, for every engine to be asked the same of. Miles are from MIDDLE. */
import { readFileSync } from 'node:fs'
import { makeTaxonomy, type TaxonomyIndex } from '../../src/listings/taxonomy.ts'
import { documentOf, type DocumentRules } from '../../src/search/make-document.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import type { Listing, ListingFields, Place } from '../../src/listings/listing.ts'
import type { CapacityState } from '../../src/capacity/event.ts'
import { fields, known, NOW } from '../fixtures.ts'

export const MIDDLE = { lat: 53.42, lng: -2.32 }
const MILE_NORTH = 1 / 69.1
const DAY = 86_400_000

export const north = (miles: number) => ({ lat: MIDDLE.lat + miles * MILE_NORTH, lng: MIDDLE.lng })

const term = (id: string, en: string, cy: string, synonyms: string[] = [], beside: string[] = []) => ({
  id,
  label: { en, cy },
  synonyms: { en: synonyms, cy: [] },
  cues: [],
  not: [],
  needs: [],
  beside,
  open_referral: [],
})

/** A small taxonomy of its own, so that a word added to the real one moves nothing here. */
export const TAXONOMY: TaxonomyIndex = makeTaxonomy({
  headings: [],
  names: [{ called: ['Chest, Heart and Stroke'], also: ['Hearts Bureau', 'CHS'] }],
  needs: [
    term('loneliness', 'Feeling less lonely', "Teimlo'n llai unig", ['lonely', 'isolated', 'no friends']),
    term('someone-to-talk-to', 'Someone to talk to', 'Rhywun i siarad ag ef', [
      'I need to talk',
      'listening ear',
    ]),
    term('food', 'Food', 'Bwyd', ['food parcel', 'hungry', 'groceries']),
    term('bills', 'Bills', 'Biliau', ["can't pay my bills", 'money worries', 'debt']),
    // Nothing is filed under it.
    term('hardship', 'Hardship grants', 'Grantiau caledi', ['hardship fund'], ['bills']),
    {
      ...term('moving-more', 'Moving more', 'Symud mwy', ['exercise', 'keep fit']),
      narrower: { en: ['archery'], cy: [] },
    },
    term('singing', 'Singing', 'Canu', ['choir']),
  ],
  kinds: [
    term('choir', 'Choir', 'Côr'),
    term('food-bank', 'Food bank', 'Banc bwyd', ['foodbank']),
    term('club', 'Club', 'Clwb'),
    term('class', 'Class', 'Dosbarth'),
    term('helpline', 'Helpline', 'Llinell gymorth'),
  ],
  audiences: [
    term('carers', 'Unpaid carers', 'Gofalwyr di-dâl', ['looking after my mum']),
    term('lgbt', 'LGBT+ people', 'Pobl LHDT+', ['gay', 'lesbian']),
    term('refugees', 'Refugees', 'Ffoaduriaid', ['asylum']),
  ],
  conditions: [
    term('dementia', 'Dementia', 'Dementia', ['alzheimers']),
    term('parkinsons', "Parkinson's", 'Clefyd Parkinson', ['parkinsons disease']),
  ],
  access: [
    term('step-free', 'Step-free', 'Heb risiau', ['wheelchair']),
    term('bsl', 'British Sign Language', 'Iaith Arwyddion Prydain', ['bsl', 'signing']),
    term('hearing-loop', 'Hearing loop', 'Dolen glyw'),
  ],
  languages: [term('en', 'English', 'Saesneg'), term('cy', 'Welsh', 'Cymraeg'), term('ur', 'Urdu', 'Wrdw')],
})

export const RULES: DocumentRules = {
  taxonomy: TAXONOMY,
  site: {
    freshness: {
      confirmed_days: 183,
      due_days: 365,
      signal_grace_days: 14,
      lasts_days: { group: 183, umbrella: 183, desk: 183, 'link-worker': 183, source: 122 },
    },
    capacity: { open_days: 28, waiting_days: 28, full_days: 28, paused_days: 28 },
    terms: [],
    map: MIDDLE,
    search: { within_miles: 10 },
  },
}

type About = Omit<Partial<ListingFields>, 'places'> & {
  group?: string
  /** Miles north of the middle; several: several places. */
  miles?: number | number[]
  postcode?: string
  places?: Place[]
  /** Days since the group confirmed it; absent: never. */
  confirmed?: number
  /** What was said about room, and how many days ago. */
  room?: [CapacityState, number]
  /** Days since somebody reported it closed. */
  reported?: number
}

const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY).toISOString()

/** id → what is told of it. The name is what it is called by. */
const ABOUT = JSON.parse(readFileSync(new URL('listings.json', import.meta.url), 'utf8')) as {
  [id: string]: About
}

export const IDS = Object.keys(ABOUT)

export function knownListing(id: string) {
  const { group, miles, postcode, places, confirmed, room, reported, ...over } = ABOUT[id] ?? {}
  const listing: Partial<Listing> = {
    ...fields({ ...over, places: places ?? [miles ?? []].flat().map((it) => placeAt(it, postcode)) }),
    id,
    slug: id,
    group: group ? { id: `group-${id}`, name: group } : null,
  }
  const by = 'group' as const
  return known({
    listing,
    confirmation:
      confirmed === undefined
        ? null
        : { id: `c-${id}`, listing: id, at: daysAgo(confirmed), by, source: null, how: 'form', revision: 1 },
    capacity: room
      ? {
          id: `r-${id}`,
          listing: id,
          session: null,
          state: room[0],
          weeks: null,
          until: null,
          saidAt: daysAgo(room[1]),
          by,
        }
      : null,
    signals:
      reported === undefined
        ? []
        : [
            {
              id: `s-${id}`,
              listing: id,
              kind: 'reported-closed',
              at: daysAgo(reported),
              source: null,
              clearedAt: null,
            },
          ],
  })
}

const placeAt = (miles: number, postcode = 'M33 4BB'): Place => ({
  town: 'Sale',
  postcode,
  point: north(miles),
  precision: 'postcode',
})

export const documents = (): SearchDocument[] =>
  IDS.map((id) => documentOf(knownListing(id), RULES)).filter((it) => it !== null)
