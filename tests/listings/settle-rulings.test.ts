/** What the desk ruled on counts from then on, until a person says the field anew. */
import { expect, test } from 'vitest'
import { readData } from '../../src/app/read-data.ts'
import type { Author, Claim, Ruled, Statement } from '../../src/listings/claims.ts'
import { ranksSchema, settle } from '../../src/listings/settle.ts'
import { readClaims, writeClaims } from '../../src/store/statement-text.ts'

const ranks = readData('data/source-ranks.json', ranksSchema)
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString()

type Said = [source: string, by: Author, day: number, value: string | null, ruled?: Ruled['is']]

function statement([source, by, on, value, ruled]: Said): Statement {
  const claim: Claim<'first_time'> = { value, at: day(on), by, how: by === 'source' ? 'file' : 'form' }
  const name: Claim<'name'> = { ...claim, value: 'Kettle On' }
  const first_time = ruled === undefined ? claim : { ...claim, ruled: { is: ruled, source: 'hubs' } }
  return { listing: 'a', source, fields: { name, first_time } }
}
const GROUP: Said = ['group', 'group', 1, 'of the group']
const HUBS: Said = ['hubs', 'source', 5, 'of the hubs']

const CASES: [what: string, said: Said[], shown: string | undefined, by: Author][] = [
  ['no ruling: the group', [GROUP, HUBS], 'of the group', 'group'],
  ['take', [GROUP, HUBS, ['desk', 'desk', 6, 'taken', 'take']], 'taken', 'desk'],
  ['take, and there is none', [GROUP, HUBS, ['desk', 'desk', 6, null, 'take']], undefined, 'desk'],
  [
    'take, the source goes on',
    [GROUP, ['hubs', 'source', 9, 'newer'], ['desk', 'desk', 6, 'taken', 'take']],
    'taken',
    'desk',
  ],
  [
    'take, the group speaks anew',
    [['group', 'group', 7, 'anew'], HUBS, ['desk', 'desk', 6, 'taken', 'take']],
    'anew',
    'group',
  ],
  [
    'take, a link worker speaks anew: the older word of the group stays overruled',
    [GROUP, HUBS, ['desk', 'desk', 6, 'taken', 'take'], ['link-worker', 'link-worker', 7, 'heard']],
    'heard',
    'link-worker',
  ],
  [
    'always: the source as it is now',
    [GROUP, ['hubs', 'source', 9, 'newer'], ['desk', 'desk', 6, 'taken', 'always']],
    'newer',
    'source',
  ],
  [
    'always, the group speaks anew',
    [
      ['group', 'group', 10, 'anew'],
      ['hubs', 'source', 9, 'newer'],
      ['desk', 'desk', 6, 'taken', 'always'],
    ],
    'anew',
    'group',
  ],
  [
    'always, and the source is silent',
    [GROUP, ['desk', 'desk', 6, 'taken', 'always']],
    'of the group',
    'group',
  ],
  ['always, and everybody is silent', [['desk', 'desk', 6, 'taken', 'always']], 'taken', 'desk'],
  [
    'always follows its own source, no other',
    [GROUP, ['else', 'source', 9, 'other'], ['desk', 'desk', 6, 'taken', 'always']],
    'of the group',
    'group',
  ],
]

test.each(CASES)('%s', (_, said, shown, by) => {
  const statements = said.map(statement)
  const kept = statements.map((it) => ({ ...it, fields: readClaims(writeClaims(it.fields)) }))
  for (const all of [statements, statements.toReversed(), kept]) {
    const settled = settle(all, ranks)
    expect(
      settled.is === 'settled' && [settled.fields.first_time, settled.provenance.first_time?.by],
    ).toEqual([shown, by])
  }
})

test('provenance says that the desk decided', () => {
  const settled = settle([GROUP, HUBS, ['desk', 'desk', 6, 'taken', 'always'] as Said].map(statement), ranks)
  expect(settled).toMatchObject({
    provenance: { first_time: { source: 'hubs', by: 'source', ruled: 'always' } },
  })
})
