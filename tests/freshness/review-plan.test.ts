import { describe, expect, test } from 'vitest'
import { planAsks, roomFor, type Ask, type Sent } from '../../src/freshness/review-plan.ts'
import { reasonSaid } from '../../src/freshness/review/reason-said.ts'
import { reasonsFor } from '../../src/freshness/review/reasons.ts'
import type { Reviewed } from '../../src/freshness/review/reviewed.ts'
import { texts } from '../../src/text/texts.ts'
import { PLENTY, reviewed, RULES, somebody, until } from './review/made.ts'

const NOW = new Date('2026-09-01T09:00:00.000Z')
const DAY_MS = 86_400_000
const plan = (all: Reviewed[], budget = PLENTY, now = NOW) => planAsks(all, now, budget, RULES)
const short = (asks: Ask[]) =>
  asks.map(({ person, rung, listings }) => `${person ?? rung}: ${listings.map(({ id }) => id).join(' ')}`)
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString()
const lately = { confirmed: { at: ago(70), by: 'group' as const }, looksPerWeek: 0 }

describe('whom it asks', () => {
  const both = [somebody('ann')]
  const ROWS: [string, Reviewed[], string[]][] = [
    [
      'what is looked at more first',
      [reviewed('a'), reviewed('b', { looksPerWeek: 9 })],
      ['p-b: b', 'p-a: a'],
    ],
    [
      'one letter to a person',
      [reviewed('a', { askable: both }), reviewed('b', { askable: both }), reviewed('c')],
      ['ann: a b', 'p-c: c'],
    ],
    [
      'with what is due before long',
      [reviewed('a', { askable: both }), reviewed('b', { ...lately, kindClass: 'service', askable: both })],
      ['ann: a b'],
    ],
    ['not what was confirmed last week', [reviewed('a', { confirmed: { at: ago(7), by: 'group' } })], []],
    ['nobody within 13 days', [reviewed('a', { askable: [somebody('p', { lastAskedAt: ago(12) })] })], []],
    ['but then', [reviewed('a', { askable: [somebody('p', { lastAskedAt: ago(13) })] })], ['p: a']],
    ['nobody above six a year', [reviewed('a', { askable: [somebody('p', { askedLastYear: 6 })] })], []],
    ['nothing in a pause, its last day too', [reviewed('a', { restsUntil: '2026-09-01' })], []],
    ['and after it', [reviewed('a', { restsUntil: '2026-08-31' })], ['p-a: a']],
    [
      'the one who answers',
      [reviewed('a', { askable: [somebody('x', { answered: 0 }), somebody('y')] })],
      ['y: a'],
    ],
    [
      'whoever never answers is passed over',
      [reviewed('a', { askable: [somebody('x', { asked: 9, answered: 0 })] })],
      ['link-workers: a'],
    ],
    [
      'no letter to where they come back',
      [reviewed('a', { askable: [somebody('x', { bounces: true })] })],
      ['link-workers: a'],
    ],
    ['the desk where nobody can be rung', [reviewed('a', { askable: [], canRing: false })], ['desk: a']],
    [
      'somebody else of the group',
      [
        reviewed('a', {
          ladder: { rung: 'again', askedAt: ago(30) },
          askable: [somebody('x', { lastAskedAt: ago(30) }), somebody('y', { answered: 1 })],
        }),
      ],
      ['y: a'],
    ],
    [
      'nobody while an answer is waited for',
      [reviewed('a', { ladder: { rung: 'asked', askedAt: ago(20) } })],
      [],
    ],
  ]
  test.for(ROWS)('%s', ([, all, asks]) => expect(short(plan(all))).toEqual(asks))

  test('no more than the budget, each kind for itself', () => {
    const all = Array.from({ length: 30 }, (_, at) =>
      reviewed(String(at), at % 3 === 0 ? {} : { askable: [], canRing: at % 3 === 1 }),
    )
    const asks = plan(all, { ...PLENTY, letters: 4, rings: 3, desk: 2 })
    expect(Map.groupBy(asks, ({ rung }) => rung).get('asked')).toHaveLength(4)
    expect(asks.filter(({ rung }) => rung === 'link-workers')).toHaveLength(3)
    expect(asks.filter(({ rung }) => rung === 'desk')).toHaveLength(2)
  })
})

const NONE: Sent = { lettersToday: 0, lettersLastMonth: 0, lettersLastYear: 0, ringsToday: 0, deskToday: 0 }
test.for([
  ['nothing sent', {}, 60, 5, 5],
  ['some today', { lettersToday: 50, ringsToday: 4, deskToday: 5 }, 10, 1, 0],
  ['a month is full', { lettersLastMonth: 300 }, 0, 5, 5],
  ['a year is nearly full', { lettersLastYear: 3590 }, 10, 5, 5],
  ['more than allowed was sent', { lettersToday: 99, ringsToday: 9, deskToday: 9 }, 0, 0, 0],
] as [string, Partial<Sent>, number, number, number][])(
  'what is left: %s',
  ([, sent, letters, rings, desk]) => {
    const assumptions = {
      ...RULES.assumptions,
      letters_a_day: 60,
      letters_a_listing_a_year: 1.2,
      rings_a_day: 5,
      desk_a_day: 5,
    }
    expect(roomFor({ ...NONE, ...sent }, 3000, assumptions)).toMatchObject({
      letters,
      rings,
      desk,
      evenly: 10,
    })
  },
)

/** what, the listing, the first reason */
const WHY: [string, Partial<Reviewed>, string, string][] = [
  [
    'money over',
    until('2026-03-31'),
    'Its funding ended on 31 March and nobody has said since.',
    'Daeth ei arian i ben ar 31 Mawrth ac nid oes neb wedi dweud dim ers hynny.',
  ],
  ['money ends', until('2026-09-30'), 'Its funding ends on 30 September.', 'Daw ei arian i ben ar 30 Medi.'],
  [
    'a signal',
    { signals: [{ kind: 'bounced', at: ago(3) }] },
    'E-mail to the group comes back.',
    'Daw e-bost at y grŵp yn ôl.',
  ],
  [
    'never confirmed',
    { confirmed: null },
    'Nobody has confirmed it yet.',
    'Nid oes neb wedi ei gadarnhau eto.',
  ],
  [
    'silence',
    { ladder: { rung: 'again', askedAt: ago(30) } },
    'Two letters have had no answer.',
    'Ni chafodd dau lythyr ateb.',
  ],
  ['age', {}, 'It was last confirmed 8 months ago.', 'Fe’i cadarnhawyd ddiwethaf 8 mis yn ôl.'],
  [
    'age, though not old',
    { ...lately, kindClass: 'service' },
    'It was last confirmed 2 months ago.',
    'Fe’i cadarnhawyd ddiwethaf 2 fis yn ôl.',
  ],
]
test.for(WHY)('why: %s', ([, more, english, welsh]) => {
  const [first] = reasonsFor(reviewed('a', more), NOW, RULES.assumptions, RULES.thresholds)
  expect(first === undefined ? '' : reasonSaid(first, NOW, texts('en'))).toBe(english)
  expect(first === undefined ? '' : reasonSaid(first, NOW, texts('cy'))).toBe(welsh)
})
