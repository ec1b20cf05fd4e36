/** Sources with ranks of their own: believed more or less than others, by group of fields. */
import { expect, test } from 'vitest'
import { readData } from '../../src/app/read-data.ts'
import type { Author } from '../../src/listings/claims.ts'
import { ranksSchema, settle } from '../../src/listings/settle.ts'
import { fieldGroups, withSources } from '../../src/listings/source-ranks.ts'
import { later, statement } from '../store/made.ts'

const FILE = 'data/source-ranks.json'
const usual = readData(FILE, ranksSchema)
const groups = readData(FILE, fieldGroups)

function ranksWith(own: { [source: string]: { [group: string]: number } }) {
  const read = withSources(
    usual,
    groups,
    Object.entries(own).map(([id, ranks]) => ({ id, ranks })),
  )
  if (read.is !== 'ranks') throw new Error(`unknown group ${read.group}`)
  return read.ranks
}

const said = (source: string, by: Author, name: string, day: number) =>
  statement(
    'x',
    { name, phone: { number: `0161 496 000${day}`, visible: true } },
    { source, by, at: later(day) },
  )

type Own = { [source: string]: { [group: string]: number } }
/** What, ranks of their own, who says it (by the day they said it), whose name and whose telephone is shown */
const CASES: [string, Own, [string, Author][], string, string][] = [
  [
    'none of their own: the latest',
    {},
    [
      ['a', 'source'],
      ['b', 'source'],
    ],
    'b',
    'b',
  ],
  [
    'one is believed more about what it is',
    { a: { identity: 60 } },
    [
      ['a', 'source'],
      ['b', 'source'],
    ],
    'a',
    'b',
  ],
  [
    'one is believed less about contacts',
    { b: { contact: 10 } },
    [
      ['a', 'source'],
      ['b', 'source'],
    ],
    'b',
    'a',
  ],
  [
    'a register above other lists, and below a person whatever its rank',
    { r: { identity: 95, contact: 51 } },
    [
      ['group', 'group'],
      ['a', 'source'],
      ['r', 'register'],
    ],
    'group',
    'group',
  ],
  [
    'a register with a rank of its own among lists',
    { r: { identity: 95, contact: 51 } },
    [
      ['r', 'register'],
      ['a', 'source'],
    ],
    'r',
    'r',
  ],
  [
    'people keep their ranks',
    { group: { identity: 1 } },
    [
      ['group', 'group'],
      ['b', 'source'],
    ],
    'group',
    'group',
  ],
  [
    'so does what was guessed',
    { a: { identity: 100 } },
    [
      ['b', 'source'],
      ['a', 'suggested'],
    ],
    'b',
    'b',
  ],
  [
    'no rank lifts a list above a link worker, who is believed least of all people',
    { a: { contact: 100, identity: 100 } },
    [
      ['link-worker', 'link-worker'],
      ['a', 'source'],
    ],
    'link-worker',
    'link-worker',
  ],
]
test.each(CASES)('%s', (_, own, sayings, name, phone) => {
  const statements = sayings.map(([source, by], i) => said(source, by, source, i + 1))
  const settled = settle(statements, ranksWith(own))
  expect(
    settled.is === 'settled' && [settled.provenance.name?.source, settled.provenance.phone?.source],
  ).toEqual([name, phone])
  expect(settle(statements.toReversed(), ranksWith(own))).toEqual(settled)
})

test('what others offer stands in the order in which they are believed', () => {
  const statements = [
    said('group', 'group', 'G', 3),
    said('a', 'source', 'A', 1),
    said('b', 'source', 'B', 2),
  ]
  const differing = (own: Own) => {
    const settled = settle(statements, ranksWith(own))
    return (
      settled.is === 'settled' &&
      settled.differing.find(({ field }) => field === 'name')?.offered.map(({ source }) => source)
    )
  }
  expect(differing({})).toEqual(['b', 'a'])
  expect(differing({ a: { identity: 60 } })).toEqual(['a', 'b'])
})

test('a group of fields that there is not is named', () =>
  expect(withSources(usual, groups, [{ id: 'a', ranks: { colour: 3 } }])).toEqual({
    is: 'unknown',
    source: 'a',
    group: 'colour',
  }))
