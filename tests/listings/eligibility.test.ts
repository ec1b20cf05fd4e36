import { describe, expect, test } from 'vitest'
import { mayUse, whoSaid, type MayUse, type Person } from '../../src/listings/eligibility.ts'
import { audience, type Audience } from '../../src/listings/listing.ts'
import { texts } from '../../src/text/texts.ts'

type Loose = Partial<Audience>
const LABELS: { [id: string]: string } = {
  parkinsons: "Parkinson's",
  dementia: 'Dementia',
  adhd: 'ADHD',
  'ehlers-danlos': 'Ehlers-Danlos syndromes',
  stroke: 'Stroke',
  veterans: 'Veterans',
  'south-asian': 'South Asian people',
}
const labels = (ids: readonly string[] = []) => ids.map((id) => ({ label: LABELS[id] ?? id }))
const said = (given: Loose | undefined, lang: 'en' | 'cy') =>
  whoSaid(
    given === undefined ? undefined : audience.parse(given),
    { communities: labels(given?.communities), conditions: labels(given?.conditions) },
    texts(lang),
  )

/** who it is for, in English, in Welsh */
const WHO: [Loose | undefined, string | null, string | null][] = [
  [undefined, null, null],
  [{}, 'Anybody', 'Unrhyw un'],
  [{ age_from: 0, age_to: 120 }, 'Anybody', 'Unrhyw un'],
  [{ age_from: 18 }, 'Adults over 18', 'Oedolion dros 18 oed'],
  [{ age_from: 50 }, 'People over 50', 'Pobl dros 50 oed'],
  [{ age_from: 18, age_to: 64 }, 'Adults aged 18 to 64', 'Oedolion 18 i 64 oed'],
  [{ age_from: 16, age_to: 64 }, 'People aged 16 to 64', 'Pobl 16 i 64 oed'],
  [{ age_from: 13, age_to: 25 }, 'Young people aged 13 to 25', 'Pobl ifanc 13 i 25 oed'],
  [{ age_from: 11, age_to: 16 }, 'Young people aged 11 to 16', 'Pobl ifanc 11 i 16 oed'],
  [{ age_from: 5, age_to: 11 }, 'Children aged 5 to 11', 'Plant 5 i 11 oed'],
  [{ age_from: 5, age_to: 16 }, 'Children aged 5 to 16', 'Plant 5 i 16 oed'],
  [{ age_to: 4 }, 'Children under 5', 'Plant dan 5 oed'],
  [{ age_to: 17 }, 'Young people under 18', 'Pobl ifanc dan 18 oed'],
  [{ age_to: 59 }, 'People under 60', 'Pobl dan 60 oed'],
  [{ age_from: 16, age_to: 16 }, 'Young people aged 16', 'Pobl ifanc 16 oed'],
  [{ age_from: 60, age_to: 20 }, 'Anybody', 'Unrhyw un'],
  [{ gender: 'women' }, 'Women', 'Menywod'],
  [{ gender: 'men', age_from: 40 }, 'Men over 40', 'Dynion dros 40 oed'],
  [{ gender: 'non-binary' }, 'Non-binary people', 'Pobl anneuaidd'],
  [{ gender: 'women', age_from: 11, age_to: 16 }, 'Girls aged 11 to 16', 'Merched 11 i 16 oed'],
  [{ gender: 'men', age_to: 10 }, 'Boys under 11', 'Bechgyn dan 11 oed'],
  [{ carers: true }, 'Carers', 'Gofalwyr'],
  [{ carers: true, age_from: 16, age_to: 25 }, 'Carers aged 16 to 25', 'Gofalwyr 16 i 25 oed'],
  [{ carers: true, gender: 'women' }, 'Women who are carers', 'Menywod sy’n ofalwyr'],
  [{ carers: false }, 'Anybody', 'Unrhyw un'],
  [{ conditions: ['dementia'] }, 'People with dementia', 'Pobl sy’n byw gyda’r canlynol: dementia'],
  [
    { conditions: ['parkinsons'], carers: true },
    "People with Parkinson's and those who care for them",
    "Pobl sy’n byw gyda’r canlynol, a’u gofalwyr: Parkinson's",
  ],
  [
    { conditions: ['adhd', 'stroke', 'ehlers-danlos'] },
    'People with ADHD, stroke and Ehlers-Danlos syndromes',
    'Pobl sy’n byw gyda’r canlynol: ADHD, stroke ac Ehlers-Danlos syndromes',
  ],
  [
    { conditions: ['dementia'], age_from: 65 },
    'People over 65 with dementia',
    'Pobl dros 65 oed sy’n byw gyda’r canlynol: dementia',
  ],
  [{ communities: ['veterans'] }, 'Veterans', 'Veterans'],
  [
    { communities: ['veterans', 'south-asian'], gender: 'women' },
    'Women: Veterans, South Asian people',
    'Menywod: Veterans, South Asian people',
  ],
]
describe('who it is for', () => {
  test.each(WHO)('%j: %s', (given, en, cy) =>
    expect([said(given, 'en'), said(given, 'cy')]).toEqual([en, cy]),
  )
})

/** who it is for, who asks, whether they may use it */
const MAY: [Loose | undefined, Partial<Person>, MayUse][] = [
  [undefined, {}, 'yes'],
  [{}, { age: 3 }, 'yes'],
  [{ age_from: 18 }, { age: 18 }, 'yes'],
  [{ age_from: 18 }, { age: 17 }, 'no'],
  [{ age_from: 18 }, {}, 'ask'],
  [{ age_to: 25 }, { age: 25 }, 'yes'],
  [{ age_to: 25 }, { age: 26 }, 'no'],
  [{ age_from: 60, age_to: 20 }, { age: 40 }, 'yes'],
  [{ age_from: 0, age_to: 120 }, {}, 'yes'],
  [{ gender: 'women' }, { gender: 'women' }, 'yes'],
  [{ gender: 'women' }, { gender: 'men' }, 'no'],
  [{ gender: 'women' }, {}, 'ask'],
  [{ gender: 'women', age_from: 18 }, { age: 30 }, 'ask'],
  [{ gender: 'women', age_from: 18 }, { age: 17 }, 'no'],
  [{ communities: ['veterans'] }, { communities: ['veterans', 'lgbt'] }, 'yes'],
  [{ communities: ['veterans'] }, { communities: ['lgbt'] }, 'ask'],
  [{ communities: ['veterans', 'lgbt'] }, { communities: ['lgbt'] }, 'yes'],
  [{ conditions: ['dementia'] }, { conditions: ['dementia'] }, 'yes'],
  [{ conditions: ['dementia'] }, {}, 'ask'],
  [{ conditions: ['dementia'] }, { communities: ['carers'] }, 'ask'],
  [{ conditions: ['dementia'], carers: true }, { communities: ['carers'] }, 'yes'],
  [{ conditions: ['dementia'], carers: true }, { conditions: ['dementia'] }, 'yes'],
  [{ carers: true }, { communities: ['carers'] }, 'yes'],
  [{ carers: true }, {}, 'ask'],
  [{ carers: true, communities: ['veterans'] }, { communities: ['carers'] }, 'ask'],
]
describe('who may use it', () => {
  test.each(MAY)('%j asked by %j: %s', (given, person, expected) => {
    const who = given === undefined ? undefined : audience.parse(given)
    expect(mayUse(who, { communities: [], conditions: [], ...person })).toBe(expected)
  })
})
