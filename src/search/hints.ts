/**
 * What a question says besides what is sought: how old somebody is, that it must cost nothing, that they cannot come. Each
 * is a hint at a choice of a facet: who has it is a little likelier meant, and nobody has to. Pure.
 */
import { numberIn } from './dictated.ts'
import { timeHints } from './hint-times.ts'
import type { Meant } from './phrases.ts'

/** Years from which somebody is an older person, and up to which a child and a young one. */
const OLDER_FROM = 60
const CHILD_TO = 10
const YOUNG_TO = 24
/** Of whom "teenage" is said, in years. */
const TEEN = 15
const OLDEST = 109
/** "At 10" is an hour sooner than an age. */
const NO_HOUR = 25

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Who is hurt by one of these is likelier meant to be a woman, or a man: "my husband hits me". */
const HUSBANDS = set('husband hubby boyfriend')
const WIVES = set('wife girlfriend')
const HARM = set(
  'hit hits hitting beat beats beating punched punches slaps slapped kicks kicked hurts controls controlling threatens ' +
    'threatened abuses abused abusive violent scared frightened afraid strangled raped',
)

/** A number behind one of these is an age: "my dad is 84", "daughter 17", "lady of 78", "aged 60". */
const BEFORE_AGE = set(
  'is of age aged oed im am shes hes over under turned dros dan mum mam mom dad nan gran grandma grandad mother father ' +
    'husband wife partner son daughter brother sister lady man woman gentleman girl boy lad lass patient client yn merch mab',
)
/** … or before one of these: "80 year old". */
const AFTER_AGE = set('year years yr yrs yo oed mlwydd blwydd')
const OLD_WORDS = set('nan nana gran granny grandma grandad grandmother grandfather nain taid mamgu tadcu')
const TEEN_WORDS = set('teenage teenager teenagers teen teens arddegau')
/** What "free" says nothing of money in: "step free", "gluten free", "free time". */
const FREE_OF = set('step gluten smoke drug drugs alcohol dairy sugar symptom barrier')
const FREE_FROM = set('time from of')

/** Words that stand one behind the other, and what they hint at. */
const SAID: readonly (readonly [hints: readonly Meant[], words: readonly string[]])[] = [
  [
    [{ facet: 'cost', id: 'free' }],
    [
      'cheap',
      'cheaper',
      'affordable',
      'low cost',
      'cant afford',
      'cannot afford',
      'no money',
      'skint',
      'am ddim',
      'rhad',
    ],
  ],
  [
    [
      { facet: 'who', id: 'housebound' },
      { facet: 'how', id: 'home-visit' },
      { facet: 'how', id: 'phone' },
    ],
    [
      ...[
        'housebound',
        'bedbound',
        'homebound',
        'house bound',
        'leaves the house',
        'leave the house',
        'leave home',
      ],
      ...[
        'leave her home',
        'leave his home',
        'leave her house',
        'leave his house',
        'get out of the house',
        'cant get out',
      ],
      ...[
        'cannot get out',
        'goes out',
        'stuck indoors',
        'stuck at home',
        'stuck in the house',
        'isolated at home',
      ],
      ...[
        'doesnt get out',
        'dont get out',
        'never gets out',
        'never get out',
        'doesnt go out',
        'wont go out',
      ],
      ...['gaeth ir ty', 'caeth ir ty', 'gadael y ty'],
    ],
  ],
  [
    [{ facet: 'how', id: 'home-visit' }],
    [
      'at home',
      'home visit',
      'home visits',
      'come to me',
      'come to the house',
      'come to my house',
      'visit me',
      'gartref',
    ],
  ],
  [
    [{ facet: 'how', id: 'phone' }],
    ['by phone', 'on the phone', 'over the phone', 'telephone', 'by telephone', 'dros y ffon', 'ar y ffon'],
  ],
  [
    [
      { facet: 'how', id: 'online' },
      { facet: 'how', id: 'video' },
    ],
    ['online', 'on line', 'zoom', 'virtual', 'video call', 'ar lein'],
  ],
  [[{ facet: 'who', id: 'women' }], ['girl', 'girls']],
]

/** `words`: all of a question, folded and in their order. Each hint once. */
export function hintsOf(words: readonly string[]): Meant[] {
  const whole = ` ${words.join(' ')} `
  const said = SAID.flatMap(([hints, some]) => (some.some((it) => whole.includes(` ${it} `)) ? hints : []))
  const all = [
    ...words.flatMap((_, at) => [...ageAt(words, at), ...freeAt(words, at)]),
    ...said,
    ...harmHints(words),
    ...timeHints(words),
  ]
  return [...new Map(all.map((hint) => [`${hint.facet} ${hint.id}`, hint])).values()]
}

function harmHints(words: readonly string[]): Meant[] {
  if (!words.some((word) => HARM.has(word))) return []
  if (words.some((word) => HUSBANDS.has(word))) return [{ facet: 'who', id: 'women' }]
  return words.some((word) => WIVES.has(word)) ? [{ facet: 'who', id: 'men' }] : []
}

function freeAt(words: readonly string[], at: number): Meant[] {
  const isFree =
    words[at] === 'free' && !FREE_OF.has(words[at - 1] ?? '') && !FREE_FROM.has(words[at + 1] ?? '')
  return isFree ? [{ facet: 'cost', id: 'free' }] : []
}

function ageAt(words: readonly string[], at: number): Meant[] {
  const word = words[at] ?? ''
  if (OLD_WORDS.has(word)) return [{ facet: 'who', id: 'older-people' }]
  if (TEEN_WORDS.has(word)) return hintsAtAge(TEEN)
  const [, digits, tail] = /^(\d{1,3})(s|yo|yr|yrs|f|m)?$/.exec(word) ?? []
  const age = Number(digits ?? numberIn(word))
  if (age === 0 || age > OLDEST) return []
  const before = words[at - 1] ?? ''
  const isAge =
    (tail !== undefined && tail !== 's') ||
    BEFORE_AGE.has(before) ||
    AFTER_AGE.has(words[at + 1] ?? '') ||
    (before === 'at' && age >= NO_HOUR)
  return isAge ? hintsAtAge(age) : []
}

function hintsAtAge(age: number): Meant[] {
  const own: Meant = { facet: 'age', id: String(age) }
  if (age >= OLDER_FROM) return [own, { facet: 'who', id: 'older-people' }]
  if (age <= CHILD_TO) return [own, { facet: 'who', id: 'children' }]
  return age <= YOUNG_TO ? [own, { facet: 'who', id: 'young-people' }] : [own]
}
