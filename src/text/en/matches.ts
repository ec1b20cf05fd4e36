/** Two listings that may be one: the queue, the panel, and parting them again. */
import { number, plural } from '../format.ts'

const en = { lang: 'en' } as const

export const matches = {
  kind: 'One or two?',
  kindWords: 'Two lists may tell of the same thing.',
  /** `other`: name and place of the other of the two, where it is known. */
  line: (sure: boolean, other: string | null): string =>
    `${sure ? 'Probably' : 'Perhaps'} ${other === null ? 'one thing, told by two lists' : `the same as “${other}”`}`,
  lead: 'Two lists tell of these. Are they one thing?',
  one: 'These two are one listing already.',
  gone: 'One of the two is not there any more.',
  apart: (metres: number) => `${number(metres, en)} metres apart`,
  kilometres: (n: number) => `${number(n, en)} kilometres apart`,
  samePostcode: 'The same postcode',
  placeUnknown: 'How far they are apart is not known.',
  placeSecret: 'One of them keeps its place secret. It is on no map.',
  about: 'A circle means: somewhere near here.',
  agrees: 'For one thing',
  differs: 'Against it',
  nothing: 'Nothing',
  whys: {
    name: 'The names are alike.',
    place: 'They are in the same place.',
    phone: 'They have the same telephone.',
    website: 'They have the same website.',
    org_id: 'They have the same charity or company number.',
  } as Record<string, string>,
  against: {
    other_place: 'They are in different places.',
    other_contact: 'They have different telephones and different websites.',
    other_org_id: 'They have different numbers in one register.',
    other_marks: 'The names differ in who it is for, a number or what is done.',
  } as Record<string, string>,
  beside: 'Side by side',
  part: 'Part',
  differ: 'Not the same',
  alone: (n: number) => `Only ${number(n, en)} says this`,
  draft: '(a draft, not public)',
  saysNothing: 'Says nothing',
  keep: 'If they are one, which address stays?',
  keepHint: 'The other address leads here. Nothing that people said is lost.',
  /** `told`: who tells of it. */
  keepThis: (n: number, name: string, told: string) => `${number(n, en)}: ${name} (${told})`,
  keepPeople: (n: number) =>
    `${plural(n, { one: '# person’s words', other: '# kinds of people speak' }, en)} here`,
  decisions: { same: 'They are the same', different: 'They are different' },
  done: { same: 'They are one now.', different: 'They stay two, and are not asked about again.' },
  cannot: {
    'told-apart': 'One list tells of both. That is its word that they are two.',
    nameless: 'Nobody would give it a name.',
  },
  parting: {
    title: (name: string) => `Sources of ${name}`,
    link: 'Take sources away',
    lead: 'If a source speaks of something else, take it away from here.',
    which: 'Which sources speak of something else?',
    whichHint: 'What they say goes to a listing of its own. The next import leaves it there.',
    comesBack: (name: string) => `“${name}” was made one with this, and comes back.`,
    secret:
      'One of these sources keeps the place secret. Taken apart, the other listing shows the place as its own source says it.',
    fields: (n: number) => plural(n, { one: '# part', other: '# parts' }, en),
    do: 'Take away',
    back: 'Back to the listing',
    done: 'It is a listing of its own again.',
    only: 'Only one source speaks of it. There is nothing to take away.',
    errors: {
      some: 'Choose at least one source',
      rest: 'Leave at least one source here',
      name: 'Each of the two needs a source that names it',
      stale: 'The listing was changed meanwhile. Look at it again.',
    },
  },
  did: {
    merged: 'Made two listings one',
    apart: 'Said that two listings are two',
    parted: 'Parted two listings',
  },
}
