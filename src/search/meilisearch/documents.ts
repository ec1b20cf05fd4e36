/**
 * A listing as Meilisearch keeps it: one document a place, as it measures and sorts by one point a document. All of them
 * say the same but for `_geo`; questions without a place ask for the first one alone.
 */
import { londonMoment } from '../../listings/clock.ts'
import { settingsOf, type DocumentRules } from '../make-document.ts'
import { phraseList } from '../phrase-list.ts'
import type { SearchDocument } from '../document.ts'
import type { Meant } from '../phrases.ts'
import { foundBy } from '../serves.ts'
import { idKey, nameKey } from '../ties.ts'
import { wordsOf } from '../words.ts'
import { meetsOf } from '../hint-times.ts'
import { withForms } from './forms.ts'
import { makeMeanings, type Meanings } from './means.ts'
import { packRow, packSlots } from './packed-row.ts'
import { runningNodes } from './open-now.ts'
import { INDEX, SETTINGS } from './settings.ts'
import type { PlaceDocument, Shape } from './shape.ts'
import { shortOf } from './short-id.ts'
import { untilsOf } from './until-attributes.ts'

/** What an index is made of, for whoever writes it. */
export function shapeOf(rules: DocumentRules): Shape {
  const meanings = makeMeanings(phraseList(rules.taxonomy))
  return {
    index: rules.site.search.index ?? INDEX,
    settings: SETTINGS,
    places: (document) => placeDocuments(document, meanings),
    about: settingsOf(rules),
  }
}

function placeDocuments(document: SearchDocument, meanings: Meanings): PlaceDocument[] {
  const listing = listingPart(document, meanings)
  const { points } = document
  const places = points.length === 0 ? [undefined] : points
  return places.map((point, at) => ({
    id: `${at}-${keyOf(document.id)}`,
    listing: document.id,
    short: shortOf(document.id),
    ...(at === 0 ? { first: true } : {}),
    ...(point ? { _geo: { lat: kept(point.lat), lng: kept(point.lng) } } : {}),
    ...listing,
  }))
}

/**
 * Degrees to a ten thousandth of a millimetre. Meilisearch reads numbers of more digits than these a little off, and so
 * what it holds would differ from what was written.
 */
const kept = (degrees: number): number => Number(degrees.toFixed(12))

/** Meilisearch's ids are letters, digits, hyphens and underscores; other ids go in hexadecimal, behind an underscore. */
const keyOf = (id: string): string =>
  /^[A-Za-z0-9-]{1,200}$/.test(id) ? id : `_${Buffer.from(id).toString('hex').slice(0, 400)}`

function listingPart(document: SearchDocument, meanings: Meanings) {
  const { name, known, group, place, body, slots, capacity, serves, points } = document
  const [named = [], run = [], placed = [], told = []] = [`${name}\n${known}`, group, place, body].map(
    wordsOf,
  )
  const terms = termsOf(document)
  const { always, maybe } = runningNodes(slots)
  return {
    name: withForms(named),
    group: withForms(run),
    place: withForms(placed),
    labels: meanings.labels(terms).join(' '),
    body: withForms(told),
    means: meanings.of(terms, [...named, ...run, ...placed, ...told]).join(' '),
    /** Word by word: how far a question stands in them is worked out from these. */
    said: [named, run, placed, told].map((words) => words.join(' ')).join('\n'),
    row: packRow(document),
    /** As they are shown, to suggest them. */
    title: name,
    slug: document.slug,
    groupName: group,
    placeNames: place.split('\n').filter((line) => line !== ''),
    ...picksOf(document),
    ageFrom: document.ageFrom ?? 0,
    ageTo: document.ageTo ?? NO_AGE,
    confirmedAt: document.confirmedAt,
    /** The day of it, in days since 1970: of instants there are too many to count each. */
    checkedOn: document.confirmedAt === null ? null : londonMoment(new Date(document.confirmedAt)).epochDay,
    endsAt: document.endsAt,
    capacity: capacity?.state ?? null,
    lapsesAt: capacity?.lapsesAt ?? null,
    ...(points.length > 1 ? { many: true } : {}),
    slots: packSlots(slots),
    ...untilsOf(slots),
    open: always,
    openMaybe: maybe,
    meets: meetsOf(slots),
    found: serves ? foundBy(serves) : [],
    miles: serves?.miles ?? null,
    away: document.away ? 1 : 0,
    nameKey: nameKey(name),
    idKey: idKey(document.id),
  }
}

/** Above every age there is. */
const NO_AGE = 255

const picksOf = ({ needs, kinds, who, how, cost, access, languages, join }: SearchDocument) => ({
  ...{ needs, kinds, who, how, cost, access, languages, join },
})

function termsOf({ needs, kinds, who, access, languages }: SearchDocument): Meant[] {
  const lists = { need: needs, kind: kinds, who, access, language: languages }
  return (Object.keys(lists) as (keyof typeof lists)[]).flatMap((facet) =>
    lists[facet].map((id) => ({ facet, id })),
  )
}
