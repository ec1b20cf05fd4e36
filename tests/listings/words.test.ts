import { describe, expect, test } from 'vitest'
import { catchment, cost, join } from '../../src/listings/listing.ts'
import { catchmentSaid, costSaid, joinSaid } from '../../src/listings/words.ts'
import { texts } from '../../src/text/texts.ts'

const [en, cy] = [texts('en'), texts('cy')]
const names = (count: number) => Array.from({ length: count }, (_, at) => `Ward ${at + 1}`)

/** what is known, in English, in Welsh */
const COSTS: [object | undefined, string | null, string | null][] = [
  [undefined, null, null],
  [{ kind: 'free' }, 'Free', 'Am ddim'],
  [{ kind: 'paid', amount_pence: 0 }, 'Free', 'Am ddim'],
  [{ kind: 'paid', amount_pence: 200 }, '£2 a session', '£2 y sesiwn'],
  [{ kind: 'paid', amount_pence: 250, words: 'with a drink' }, '£2.50 a session', '£2.50 y sesiwn'],
  [{ kind: 'paid', amount_pence: 50 }, '50p a session', '50c y sesiwn'],
  [{ kind: 'paid', words: '£20 a term' }, '£20 a term', '£20 a term'],
  [{ kind: 'paid', words: '' }, 'There is a charge', 'Mae tâl'],
  [{ kind: 'paid' }, 'There is a charge', 'Mae tâl'],
  [{ kind: 'donation' }, 'Donation', 'Rhodd'],
  [{ kind: 'donation', amount_pence: 300 }, 'Donation, £3 suggested', 'Rhodd, awgrymir £3'],
]
describe('cost', () => {
  test.each(COSTS)('%j: %s', (given, ...expected) => {
    const value = given === undefined ? undefined : cost.parse(given)
    expect([costSaid(value, en), costSaid(value, cy)]).toEqual(expected)
  })
})

const JOIN: [object | undefined, string | null, string | null][] = [
  [undefined, null, null],
  [{}, null, null],
  [{ words: 'Ring Tuesdays' }, 'Ring Tuesdays', 'Ring Tuesdays'],
  [{ ways: ['turn-up'] }, 'Just turn up', 'Dewch draw'],
  [{ ways: ['self-refer', 'book'] }, 'Book · Refer yourself', 'Archebwch le · Cyfeiriwch eich hun'],
  [{ ways: ['referral'] }, 'Somebody has to refer you', 'Rhaid i rywun eich cyfeirio'],
  [
    { ways: ['referral'], referral_by: ['link-worker', 'gp'] },
    'A GP or link worker has to refer you',
    'Rhaid i feddyg teulu neu weithiwr cyswllt eich cyfeirio',
  ],
  [
    { ways: ['book', 'referral'], referral_by: ['link-worker'] },
    'Book · A link worker can refer',
    'Archebwch le · Gall gweithiwr cyswllt eich cyfeirio',
  ],
  [
    { ways: [], referral_by: ['gp', 'social-care', 'professional'] },
    'A GP, social worker or professional has to refer you',
    'Rhaid i feddyg teulu, gweithiwr cymdeithasol neu weithiwr proffesiynol eich cyfeirio',
  ],
]
describe('how to join', () => {
  test.each(JOIN)('%j: %s', (given, ...expected) => {
    const value = given === undefined ? undefined : join.parse(given)
    expect([joinSaid(value, en), joinSaid(value, cy)]).toEqual(expected)
  })
})

const CATCHMENTS: [object, string, string][] = [
  [{ kind: 'anyone' }, 'Anybody, wherever they live', 'Unrhyw un, ble bynnag maen nhw’n byw'],
  [{ kind: 'country', code: 'WA' }, 'Serves all of Wales', 'Ar gyfer Cymru gyfan'],
  [{ kind: 'country', code: 'toString' }, 'Serves all of toString', 'Ar gyfer toString gyfan'],
  [{ kind: 'radius', miles: 1 }, 'Within 1 mile', 'O fewn 1 filltir'],
  [{ kind: 'radius', miles: 2.5 }, 'Within 2.5 miles', 'O fewn 2.5 milltir'],
  [
    { kind: 'areas', codes: ['E08000009'], names: ['Trafford'] },
    'Serves all of Trafford',
    'Ar gyfer Trafford i gyd',
  ],
  [
    { kind: 'areas', codes: ['E1', 'E2'], names: ['Sale', 'Altrincham'] },
    'Serves Sale and Altrincham',
    'Ar gyfer Sale ac Altrincham',
  ],
  [
    { kind: 'areas', codes: ['E1'], names: names(6) },
    'Serves Ward 1, Ward 2, Ward 3 and 3 more areas',
    'Ar gyfer Ward 1, Ward 2, Ward 3 a 3 ardal arall',
  ],
  [
    { kind: 'areas', codes: ['E1'] },
    'Serves some areas only: ask',
    'Ar gyfer rhai ardaloedd yn unig: gofynnwch',
  ],
  [
    { kind: 'postcodes', starts: ['M33', 'M41'] },
    'Serves postcodes that begin M33 or M41',
    'Ar gyfer codau post sy’n dechrau â M33 neu M41',
  ],
  [
    { kind: 'postcodes', starts: ['M1', 'M2', 'M3', 'M4', 'M5'] },
    'Serves postcodes that begin M1, M2, M3 and 2 more',
    'Ar gyfer codau post sy’n dechrau â M1, M2, M3 a 2 arall',
  ],
  [{ kind: 'practices', names: ['Boundary House'] }, 'Patients of Boundary House', 'Cleifion Boundary House'],
  [
    { kind: 'practices', codes: ['P91020'] },
    'Patients of some GP practices: ask',
    'Cleifion rhai meddygfeydd: gofynnwch',
  ],
]
describe('whom it serves', () => {
  test.each(CATCHMENTS)('%j: %s', (given, ...expected) => {
    const value = catchment.parse(given)
    expect([catchmentSaid(value, en), catchmentSaid(value, cy)]).toEqual(expected)
  })
})
