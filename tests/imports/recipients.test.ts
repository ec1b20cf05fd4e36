/** Recipients of grants, and whom of those here the desk is asked about. */
import { expect, it, test } from 'vitest'
import {
  addGrant,
  isDistinctive,
  mayBe,
  recipientsOf,
  type Side,
} from '../../src/imports/grants/recipients.ts'
import { nameKey } from '../../src/imports/matching/identity.ts'

it.each<[name: string, distinctive: boolean]>([
  ['Timperley Sports Club', true],
  ['G-Force', true],
  ['LMCP Care Link', true],
  ['New Way Forward', true],
  ['Community Centre', false],
  ['The Youth Club', false],
  ['Friends of the Park', false],
  ['Local Support Group Ltd', false],
  ['A1', false],
])('"%s" tells a group from others: %s', (name, distinctive) =>
  expect(isDistinctive(nameKey(name))).toBe(distinctive),
)

const side = (id: string, ...postcodes: string[]): Side => ({
  group: { id, name: 'Kettle On', ids: [] },
  listings: [{ id: `${id}-1`, name: 'Kettle On', postcodes }],
})
const M33 = side('sale', 'M33 2AB')
const M33_TOO = side('sale too', 'M33 9ZZ')
const M41 = side('urmston', 'M41 5AB')
const NOWHERE = side('nowhere')
const numbered = (...ids: string[]): Side => ({ ...M33, group: { id: 'sale', name: 'Kettle On', ids } })

it.each<[about: string, name: string, postcode: string | null, here: Side[], asked: Side[]]>([
  ['the same postcode', 'Kettle On', 'M33 2AB', [M33], [M33]],
  ['the same postcode of one of two', 'Kettle On', 'M33 2AB', [M33, M41], [M33]],
  ['a common name and the same postcode', 'Youth Club', 'M33 2AB', [M33], [M33]],
  ['the treasurer next door', 'Kettle On', 'M33 7XX', [M33], [M33]],
  ['the treasurer next door to two', 'Kettle On', 'M33 7XX', [M33, M33_TOO], []],
  ['a common name next door', 'Youth Club', 'M33 7XX', [M33], []],
  ['another town', 'Kettle On', 'M41 5AB', [M33], []],
  ['no place here', 'Kettle On', 'M41 5AB', [NOWHERE], [NOWHERE]],
  ['no postcode, and one of the name', 'Kettle On', null, [M33], [M33]],
  ['no postcode, and two of the name', 'Kettle On', null, [M33, M41], []],
  ['no postcode, and a common name', 'Youth Club', null, [M33], []],
  ['nobody of the name', 'Kettle On', 'M33 2AB', [], []],
])('%s', (_, name, postcode, here, asked) => {
  const recipient = { ids: ['360G-a-1'], name, postcode, grants: 1, funders: [], pence: null, endsOn: null }
  expect(mayBe(recipient, here)).toEqual(asked)
})

it.each<[about: string, ids: string[], theirs: string[], postcode: string | null, asked: number]>([
  ['no number on either side', [], [], null, 1],
  ['another charity number', ['GB-CHC-2'], ['GB-CHC-1'], null, 0],
  ['another charity number at the same postcode', ['GB-CHC-2'], ['GB-CHC-1'], 'M33 2AB', 1],
  ['a charity and a company', ['GB-CHC-2'], ['GB-COH-00000001'], null, 1],
  ['a number that the funder made', ['360G-a-2'], ['360G-b-1', 'GB-CHC-1'], null, 1],
])('%s', (_, ids, theirs, postcode, asked) => {
  const recipient = { ids, name: 'Kettle On', postcode, grants: 1, funders: [], pence: null, endsOn: null }
  expect(mayBe(recipient, [numbered(...theirs)]).length).toBe(asked)
})

const grant = (ids: string[], over: object = {}) => ({
  recipient: { name: 'Kettle On', ids, postcode: null },
  funder: 'The Tea Fund',
  amountPence: 100,
  endsOn: null,
  ...over,
})

test('grants of one number are one recipient’s, added up; a number said once beside another joins them', () => {
  const all = new Map()
  addGrant(all, grant(['GB-CHC-1', '360G-a-1'], { endsOn: '2026-03-31' }))
  addGrant(all, grant(['360G-a-1'], { funder: 'Another fund', endsOn: '2025-03-31' }))
  addGrant(all, grant(['GB-CHC-1'], { amountPence: null }))
  addGrant(all, grant(['GB-CHC-2']))
  addGrant(all, grant([]))
  addGrant(all, grant([], { recipient: { name: 'THE KETTLE ON LTD', ids: [], postcode: null } }))
  expect(
    recipientsOf(all).map(({ ids, grants, funders, pence, endsOn }) => [ids, grants, funders, pence, endsOn]),
  ).toEqual([
    [['GB-CHC-1', '360G-a-1'], 3, ['The Tea Fund', 'Another fund'], 200, '2026-03-31'],
    [['GB-CHC-2'], 1, ['The Tea Fund'], 100, null],
    [[], 2, ['The Tea Fund'], 200, null],
  ])
})
