import { plural } from '../format.ts'

const EN = { lang: 'en' } as const

/** What a search says besides its results: choices of filters, notes, ways on when nothing was found. */
export const finding = {
  choices: {
    day: {
      mo: 'Monday',
      tu: 'Tuesday',
      we: 'Wednesday',
      th: 'Thursday',
      fr: 'Friday',
      sa: 'Saturday',
      su: 'Sunday',
    },
    time: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
    open: { now: 'Open now' },
    how: {
      'in-person': 'In person',
      phone: 'By telephone',
      video: 'By video',
      online: 'Online',
      'home-visit': 'At home',
      accompanied: 'Somebody goes with you',
    },
    cost: { free: 'Free', donation: 'Donation', paid: 'There is a charge' },
    join: {
      'turn-up': 'Just turn up',
      book: 'Book',
      'self-refer': 'Refer yourself',
      referral: 'By referral',
      gp: 'A GP can refer',
      'link-worker': 'A link worker can refer',
      'social-care': 'Social care can refer',
      professional: 'Any professional can refer',
    },
    room: { '1': 'Has room' },
    checked: { '1': 'Confirmed in 6 months' },
    who: { women: 'Women', men: 'Men', 'non-binary': 'Non-binary people', carers: 'Carers' },
  } as Record<string, Record<string, string>>,
  here: 'where you are',
  /** Why an equal with room stands before one to which more people were sent. */
  fair: 'Higher in the list today: it has room, and fewer people were sent here this week than to others.',
  /** A cluster on the map. `near` is a town. */
  cluster: (n: number, near: string | null) =>
    `${plural(n, { one: '# place', other: '# places' }, EN)}${near === null ? '' : ` near ${near}`}`,
  notes: {
    whereUnknown: (where: string) =>
      `We could not find “${where}”. Try a postcode, a town or an area. These results are from everywhere.`,
    whereLost: 'We could not find this place.',
    widened: 'Nothing has every word just as you typed it. These come nearest.',
    needsPlace: 'To sort by distance, say where.',
  },
  ways: {
    wider: (miles: string) => `Look within ${miles}`,
    anywhere: 'Look everywhere',
    noFilters: 'Leave out all filters',
    without: (label: string) => `Leave out “${label}”`,
    withoutWhat: (what: string) => `Leave out the words “${what}”`,
    age: (age: number) => `Leave out the age ${age}`,
    wholeMap: 'Look outside this part of the map',
  },
  /** What is wrong with a parameter of an address: see search/read-query.ts. */
  problems: {
    unknown: (name: string) => `There is no “${name}” to search by.`,
    twice: (name: string) => `“${name}” is there more than once. Give it once.`,
    'too-long': (name: string) => `“${name}” is too long. Use fewer words.`,
    'not-text': (name: string) => `“${name}” holds signs that cannot be read. Type it again.`,
    'not-a-number': (name: string) => `“${name}” must be written in figures, such as 25.`,
    'out-of-range': (name: string) => `“${name}” is too small or too large.`,
    'not-a-choice': (name: string) => `“${name}” is not one of the choices there are.`,
    missing: (name: string) => `“${name}” is missing.`,
    alone: (name: string) => `“${name}” is missing its other half: a point needs lat and lng.`,
  },
}
