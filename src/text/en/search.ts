/** The results page and its map. */
import { number, plural } from '../format.ts'

const en = { lang: 'en' } as const
const count = (n: number) => number(n, en)

export const search = {
  found: (n: number, what: string, where: string) =>
    `${n === 0 ? 'No places' : plural(n, { one: '# place', other: '# places' }, en)}${what ? ` for “${what}”` : ''}${where ? ` ${where}` : ''}`,
  all: (n: number) => (n === 0 ? 'No places yet' : `All ${count(n)} places`),
  /** Where the words may mean danger: they are not read back. */
  mayHelp: (n: number, where: string) =>
    n === 0
      ? 'Please ring one of the numbers above'
      : `${plural(n, { one: '# place that may help', other: '# places that may help' }, en)}${where ? ` ${where}` : ''}`,
  /** Where a word of the question was taken for a place; then a link to the search by the word. */
  taken: (place: string) => `We took “${place}” as the place to start from.`,
  notPlace: (place: string) => `Look for the word “${place}” instead`,
  near: (where: string) => `near ${where}`,
  inBox: 'in this part of the map',
  showing: (from: number, to: number, total: number) =>
    `Showing ${count(from)} to ${count(to)} of ${count(total)}.`,
  order: {
    best: 'Best match first.',
    near: 'Nearest first.',
    soon: 'Soonest first.',
    checked: 'Recently confirmed first.',
  },
  distancesFrom: {
    exact: (where: string) => `Distances are from ${where}.`,
    postcode: (where: string) => `Distances are from the middle of ${where}.`,
    area: (where: string) => `Distances are from the middle of ${where}.`,
  },
  sortBy: 'Sort by',
  sort: { best: 'Best match', near: 'Nearest', soon: 'Soonest', checked: 'Recently confirmed' },
  sortButton: 'Sort',
  filters: 'Filters',
  filtersCount: (n: number) => (n === 0 ? 'Filters' : `Filters (${n})`),
  chosenCount: (n: number) => `${n} chosen`,
  apply: 'Apply filters',
  tags: 'Chosen filters',
  remove: (label: string) => `Take away: ${label}`,
  clear: 'Clear all',
  more: (n: number) => `${n} more`,
  age: 'Age of the person',
  ageTag: (age: number) => `Age ${age}`,
  ageHint: 'In years',
  withinTag: (miles: string) => `Within ${miles}`,
  boxTag: 'In this part of the map',
  results: 'Results',
  list: 'List of results',
  facts: { when: 'When', where: 'Where', cost: 'Cost and how to join' },
  secret: 'Address kept secret',
  otherPlaces: (n: number) => plural(n, { one: 'and # other place', other: 'and # other places' }, en),
  costUnknown: 'Cost not known: ask them',
  about: (distance: string) => `about ${distance}`,
  noTimes: 'Times not known: ask them',
  noPlace: 'Place not known: ask them',
  pages: 'Pages of results',
  page: (n: number) => `Page ${n}`,
  previous: 'Previous page',
  next: 'Next page',
  pageOf: (page: number, pages: number) => `page ${count(page)} of ${count(pages)}`,
  beyond: (pages: number) =>
    plural(
      pages,
      { one: 'There is only # page of results.', other: 'There are only # pages of results.' },
      en,
    ),
  firstPage: 'Go to the first page',
  groups: {
    now: 'Right now',
    need: 'What for',
    how: 'How',
    when: 'When',
    who: 'Who it is for',
    cost: 'Cost',
    access: 'Access',
    join: 'How to join',
    language: 'Languages',
    kind: 'Kind',
    time: 'Time of day',
    day: 'Day',
  },
  showMap: 'Show map',
  showList: 'Show list',
  skipMap: 'Skip past the map',
  map: 'Map of results',
}

/** What script says on the map: plain words only, they travel as data. */
export const map = {
  here: 'Search this area',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  outline: 'Outline: Natural Earth',
  /** "#" becomes the number. */
  places: { one: '# place', two: '# places', other: '# places' },
  near: 'near',
  /** After the name of what is known by its area only. */
  about: 'only the area is known',
  /** "#": how many are on the map; "@": how many were found. */
  onMap: {
    all: 'Everything in the list is on the map.',
    some: '# of @ are on the map. The rest is by telephone, online or at home, or its place is not known.',
    lost: 'The places could not be put on the map. The list has everything.',
  },
  failed: 'The map could not be drawn. The list has everything.',
}
