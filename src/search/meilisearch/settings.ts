/**
 * The settings of an index, as code. Whoever asks holds an index to them by their hash (shape.ts), so that one with other
 * settings answers nobody.
 */
import { COUNTED_NAMES, UNTIL_NAMES } from './until-attributes.ts'

/** Where a deployment names no other: sites that share a server must (data/site.json). */
export const INDEX = 'fingerpost'

/**
 * Listings that are put in our order in this process; those beyond stand as Meilisearch has them. Each costs it 40 µs, so
 * more are asked for only where its own order knows little of ours: words near a place, and what starts soonest.
 */
export const WINDOW = { usual: 200, wordsNear: 400, soon: 1000 }
/** Listings that run in some weeks only and whose slots are read to know whether they run now. */
export const MOST_RUNNING = 1000

/** What a listing's own text is, by how much it says. */
export const OWN_TEXT = ['name', 'group', 'place', 'body']
/** With the names of its needs, kinds… */
const LITERAL = ['name', 'group', 'place', 'labels', 'body']

/** What may be asked of attributes: to be something, or also to be more or less. What nobody asks is not worked out. */
const filtered = (attributePatterns: readonly string[], most: 'equality' | 'comparison') => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: most === 'comparison' } },
})

export const SETTINGS = {
  /** `means` is last: what somebody means by a phrase says less than what a listing says of itself. */
  searchableAttributes: [...LITERAL, 'means'],
  filterableAttributes: [
    // `listing` tells a listing's documents together, `short` is it where many are asked for (short-id.ts), `gone` and `applied` are of whoever writes the index.
    '_geo',
    filtered(['listing', 'short', 'first', 'many', 'gone', 'applied'], 'equality'),
    filtered(['needs', 'kinds', 'who', 'how', 'cost', 'access', 'languages', 'join', 'meets'], 'equality'),
    filtered(['found', 'capacity', 'open', 'openMaybe', 'checkedOn', ...COUNTED_NAMES], 'equality'),
    // Times, so that what holds is asked against the clock and nothing has to be written when time passes.
    filtered(
      ['ageFrom', 'ageTo', 'miles', 'confirmedAt', 'endsAt', 'lapsesAt', ...UNTIL_NAMES],
      'comparison',
    ),
  ],
  sortableAttributes: ['_geo', 'away', 'confirmedAt', 'nameKey', 'idKey'],
  /** What is ever asked for: each hit is unpacked whole, and the words as they are searched are most of it. */
  displayedAttributes: [
    ...['id', 'listing', 'gone', 'applied', 'settings', 'seen', 'documents', 'listings'],
    ...['row', 'said', 'slots', 'title', 'slug', 'groupName', 'placeNames', '_geo'],
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
  /** No question is of a phrase, so which words stand side by side is not written down: that took half of the time. */
  proximityPrecision: 'byAttribute',
  /** Never chosen from by typing. */
  facetSearch: false,
  /** Totals are exact up to here, and every choice of a facet is counted. */
  pagination: { maxTotalHits: 5_000_000 },
  faceting: { maxValuesPerFacet: 5000, sortFacetValuesBy: { '*': 'alpha' } },
  /** Milliseconds: who asks has given up by then. */
  searchCutoffMs: 1500,
}
