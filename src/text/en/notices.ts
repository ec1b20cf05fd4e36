/** Crisis notices: one thing said about many listings at once. */
import { plural } from '../format.ts'

const en = { lang: 'en' } as const

export const notices = {
  title: 'Crisis notices',
  lead: 'Say one thing about many listings at once. It shows at once, and stops by itself.',
  keeps: 'It changes no listing and no confirmation.',
  what: 'What has happened?',
  whats: { telephone: 'Everything has moved to the telephone', paused: 'Everything is paused' },
  areas: 'In which areas?',
  areasHint: 'Beginnings of postcodes or ward codes, with commas: M33, M41. Leave it empty for all.',
  kinds: 'Which kinds?',
  kindsHint: 'Tick none for all kinds.',
  group: 'Only one group?',
  groupHint: 'The address of one of its listings. Leave it empty for all groups.',
  until: 'Until and including',
  untilHint: 'It stops by itself after this day.',
  words: 'One sentence',
  wordsHint: 'For example: The halls are shut because of snow.',
  look: 'See what it touches',
  touches: (n: number) => `This touches ${plural(n, { one: '# listing', other: '# listings' }, en)}.`,
  touchesNone: 'This touches no listing. Look at areas and kinds again.',
  switchOn: 'Switch it on',
  begin: 'Switch on a new one',
  on: 'On now',
  was: 'Before',
  none: 'None.',
  end: 'End it now',
  switched: 'It is on. People see it now.',
  endedNow: 'It is off.',
  everything: 'the whole directory',
  lapsed: (day: string) => `until ${day}`,
  endedOn: (day: string) => `ended on ${day}`,
  errors: {
    what: 'Choose what has happened',
    until: 'Write a day from today on, within a year',
    words: 'Write one sentence of 200 letters or fewer',
    areas: 'Write areas such as M33, with commas',
    group: 'There is no listing at this address',
    reach: 'You can switch notices for your own area only',
  },
}
