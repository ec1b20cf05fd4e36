/** One service of a feed as a draft of a listing: the parts in the order in which they need each other. */
import { makeSuggester, type Suggester } from '../../listings/suggest.ts'
import type { TaxonomyIndex } from '../../listings/taxonomy.ts'
import type { AreaRow } from '../../places/gazetteer.ts'
import { londonDay } from '../../text/format.ts'
import { words } from '../mapping/checks.ts'
import { emptyDraft, type Draft } from '../mapping/draft.ts'
import { finish } from '../mapping/finish.ts'
import { addCatchment, areaNames, type AreaNames } from './areas.ts'
import { addContacts, addLinks } from './contacts.ts'
import { addAssured, addRoom } from './dates.ts'
import { addGroup } from './group.ts'
import type { Json } from './json.ts'
import { put } from './put.ts'
import { addStatus } from './status.ts'
import { addAccess, addFirstTime, addTerms, termReader, type TermReader } from './terms.ts'
import { addTimes, attendingOf } from './times.ts'
import { addPlaces } from './where.ts'
import { addCost, addEligibility, addHow, addJoin, addLanguages } from './who.ts'
import { lineAt } from './words.ts'

/** What is known besides the service itself. */
export type Mapping = {
  taxonomy: TaxonomyIndex
  terms: TermReader
  suggest: Suggester
  areas: AreaNames
  now: Date
  /** Day in London. */
  today: string
}

export const mappingOf = (
  taxonomy: TaxonomyIndex,
  areas: readonly AreaRow[],
  now: Date,
  suggest: Suggester = makeSuggester(taxonomy),
): Mapping => ({
  taxonomy,
  terms: termReader(taxonomy),
  suggest,
  areas: areaNames(areas),
  now,
  today: londonDay(now),
})

/** `row`: which of the feed's services it is, from 1. A draft without a name is no listing: see told.ts. */
export function draftOf(service: Json, row: number, mapping: Mapping): Draft {
  const { taxonomy, terms, suggest, areas, now, today } = mapping
  const draft = emptyDraft(row)
  put(draft, 'name', 'name', lineAt(service, 'name'), words(200))
  if (draft.fields.name === undefined) return draft
  addFirstTime(draft, service)
  addGroup(draft, service)
  const { spots, isVirtual } = addPlaces(draft, service)
  addTimes(draft, service, spots, today)
  const served = addCatchment(draft, service, spots, areas)
  addEligibility(draft, service, served)
  addTerms(draft, service, terms)
  addAccess(draft, service, spots, terms, suggest)
  addHow(draft, attendingOf(service, spots), isVirtual)
  addCost(draft, service, today)
  addJoin(draft, service)
  addLanguages(draft, service, taxonomy)
  addLinks(draft, service)
  addContacts(draft, service, spots)
  addStatus(draft, service)
  addAssured(draft, service, today)
  addRoom(draft, service, now)
  finish(draft)
  return draft
}
