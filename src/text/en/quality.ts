/** How current the directory is. */
import { number, plural } from '../format.ts'

const en = { lang: 'en' } as const
const count = (n: number) => number(n, en)

export const quality = {
  title: 'How current the directory is',
  lead: 'A directory is only worth what somebody checked. So we count it, in the open.',
  percent: (part: number, total: number) => `${total === 0 ? 0 : Math.round((100 * part) / total)}%`,
  states: {
    confirmed: 'Confirmed',
    due: 'Due to be asked again',
    unconfirmed: 'Not confirmed for long',
    never: 'Never confirmed',
  },
  meaning: {
    confirmed: (days: number) => `Somebody who knows said it is right, at most ${days} days ago.`,
    due: 'Somebody said so, but longer ago than such a word counts.',
    unconfirmed: (days: number) => `The last time was more than ${days} days ago.`,
    never: 'It came from a file. Nobody who knows has said it is right.',
    /** How long each word counts: "The group: 183 days". */
    lasts: (by: string, days: number) => `${by}: ${days} days`,
    lastsHead: 'How long such a word counts',
    by: {
      group: 'The group',
      umbrella: 'A local support body',
      desk: 'The directory team',
      'link-worker': 'A link worker',
      source: 'Another directory that says when it checked',
    },
  },
  ages: 'When listings were last confirmed',
  agesHead: { age: 'Last confirmed', count: 'Listings', share: 'Share' },
  ageUpTo: (months: number) =>
    plural(months, { one: 'In the last month', other: 'In the last # months' }, en),
  ageBetween: (from: number, to: number) => `${from} to ${to} months ago`,
  ageOlder: 'Longer ago',
  others: (n: number) => `${n} more`,
  kinds: 'By kind',
  wards: 'By ward',
  tableHead: { what: 'Kind', ward: 'Ward', total: 'Listings', confirmed: 'Confirmed', share: 'Share' },
  room: 'Whether there is room',
  roomWords: (known: number, total: number) =>
    `For ${count(known)} of ${count(total)} listings somebody has said lately whether there is room.`,
  words: 'What the words mean',
  wordsRoom: '“Room for new people” holds for a while only. Then the page says: not known, ask them.',
  wordsFile: 'A file that says the same again confirms nothing.',
  sources: 'Where it comes from',
  sourcesHead: {
    source: 'Source',
    licence: 'Licence',
    listings: 'Listings',
    confirmed: 'Confirmed',
    last: 'Last read',
  },
  never: 'never',
  health: {
    well: 'In order',
    trouble: 'Not read as it should be. We are looking into it.',
    running: 'Being read now',
  },
  noLicence: 'not stated',
  empty: 'The directory is empty.',
}
