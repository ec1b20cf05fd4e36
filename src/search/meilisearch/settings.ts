/**
 * The settings of an index, as code. Whoever asks holds an index to them by their hash (shape.ts), so that one with other
 * settings answers nobody.
 */
import { UNTIL_NAMES } from './untils.ts'

export const INDEX = 'fingerpost'

/** Listings that are put in our order in this process; those beyond stand as Meilisearch has them. */
export const WINDOW = 1000

/** What a listing's own text is, by how much it says. */
export const OWN_TEXT = ['name', 'group', 'place', 'body']
/** With the names of its needs, kinds… */
export const LITERAL = ['name', 'group', 'place', 'labels', 'body']

export const SETTINGS = {
  /** `means` is last: what somebody means by a phrase says less than what a listing says of itself. */
  searchableAttributes: [...LITERAL, 'means'],
  filterableAttributes: [
    // `listing` tells a listing's documents together, `gone` and `applied` are of whoever writes the index.
    ...['listing', 'first', 'many', 'gone', 'applied', '_geo'],
    ...['needs', 'kinds', 'who', 'how', 'cost', 'access', 'languages', 'join', 'ageFrom', 'ageTo'],
    // Times, so that what holds is asked against the clock and nothing has to be written when time passes.
    ...['confirmedAt', 'endsAt', 'capacity', 'lapsesAt', 'open', 'openMaybe', ...UNTIL_NAMES],
    ...['found', 'miles'],
  ],
  sortableAttributes: ['_geo', 'confirmedAt', 'nameKey', 'idKey'],
  /** What is ever asked for: each hit is unpacked whole, and the words as they are searched are most of it. */
  displayedAttributes: [
    ...['id', 'listing', 'print', 'of', 'gone', 'applied', 'settings', 'seen', 'documents', 'listings'],
    ...['said', 'title', 'slug', 'groupName', 'placeNames', 'points', '_geo', 'slots', 'serves'],
    ...['needs', 'kinds', 'who', 'access', 'languages', 'nameKey', 'idKey'],
    ...['confirmedAt', 'doubtedFrom', 'capacity', 'lapsesAt'],
  ],
  /**
   * The order beyond WINDOW. `sort` first: distance or the last confirmation where they are asked for. No `typo` and no
   * `proximity`: questions are of exact words, and which of them stand together is no matter of ours.
   */
  rankingRules: ['words', 'sort', 'attribute', 'typo', 'nameKey:asc', 'idKey:asc'],
  /** None: what people mean is in the documents, by phrase (means.ts), where it is counted like any other word. */
  synonyms: {},
  /** None: a question leaves them out (words.ts), but a group may be called "The Who", and "I need help" finds things. */
  stopWords: [],
  /** None: words are taken apart by our own rules before they come here. */
  dictionary: [],
  separatorTokens: [],
  nonSeparatorTokens: [],
  /** One language's rules for all text: guessed from a few words, they could differ between a listing and a question. */
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  /** As spelling.ts has it for the embedded engine: asked for only when nothing has the words as typed. */
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 },
    disableOnNumbers: true,
    disableOnAttributes: ['means', 'labels'],
  },
  /** For names and places as they are typed; a question of whole words ends with a quote or a blank, which ends this. */
  prefixSearch: 'indexingTime',
  proximityPrecision: 'byWord',
  /** Never chosen from by typing. */
  facetSearch: false,
  /** Totals are exact up to here, and every choice of a facet is counted. */
  pagination: { maxTotalHits: 5_000_000 },
  faceting: { maxValuesPerFacet: 5000, sortFacetValuesBy: { '*': 'alpha' } },
  /** Milliseconds: who asks has given up by then. */
  searchCutoffMs: 1500,
}
