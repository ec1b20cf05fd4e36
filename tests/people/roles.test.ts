/**
 * Who may do what to what, every row of it. The table below is written by hand, from what issue and README promise:
 * nothing in it is read from people/roles.ts, so a right given there by mistake fails here.
 */
import { describe, expect, test } from 'vitest'
import {
  MAY,
  MAY_HERE,
  may,
  mayHere,
  type Action,
  type ActionHere,
  type Target,
} from '../../src/people/roles.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Role } from '../../src/store/people/grant.ts'

const ACTIONS = `
                     group  umbrella  link-worker  desk  administrator
see-private          own    accepted  area         area  all
confirm              own    accepted  area         area  all
say-capacity         own    accepted  area         area  all
say-funding          own    accepted  -            area  all
edit                 own    accepted  -            area  all
undo                 own    accepted  -            area  all
end-listing          own    accepted  -            area  all
add-listing          own    accepted  -            all   all
keep-people          own    -         -            all   all
answer-umbrella      own    -         -            all   all
answer-link-workers  own    accepted  -            -     -
write-note           -      -         area         area  all
point                -      accepted  area         area  all
decide               -      -         -            area  all
erase-listing        -      -         -            -     all
`

const HERE = `
                group  umbrella  link-worker  desk  administrator
invite-groups   -      yes       -            -     yes
ring-round      -      yes       yes          yes   yes
save-searches   -      yes       yes          yes   yes
see-trends      -      yes       yes          yes   yes
see-desk        -      -         -            yes   yes
switch-crisis   -      -         -            yes   yes
read-audit      -      -         -            yes   yes
run-sources     -      -         -            yes   yes
give-roles      -      -         -            -     yes
`

/** What somebody holds, what they act on, and which words of the table above let them. */
type Situation = {
  name: string
  role: Role
  scope: string | null
  target: Target
  /** Words of a cell with which they may. */
  lets: readonly string[]
  ended?: boolean
  second?: boolean
}
const target = (over: Partial<Target> = {}): Target => ({
  group: 'g1',
  umbrellas: [],
  areas: ['M33', 'E05000001'],
  ...over,
})
const ANY = ['own', 'accepted', 'area', 'all']

const SITUATIONS: Situation[] = [
  { name: 'own', role: 'group', scope: 'g1', target: target(), lets: ['own', 'all'] },
  {
    name: 'own, with no place',
    role: 'group',
    scope: 'g1',
    target: target({ areas: [] }),
    lets: ['own', 'all'],
  },
  { name: 'another’s', role: 'group', scope: 'g2', target: target(), lets: ['all'] },
  { name: 'nobody’s', role: 'group', scope: 'g1', target: target({ group: null }), lets: ['all'] },
  { name: 'a group named like an area', role: 'group', scope: 'M33', target: target(), lets: ['all'] },
  { name: 'own, a role that ended', role: 'group', scope: 'g1', target: target(), lets: [], ended: true },
  {
    name: 'accepted',
    role: 'umbrella',
    scope: 'u1',
    target: target({ umbrellas: ['u1'] }),
    lets: ['accepted', 'all'],
  },
  {
    name: 'one of two accepted',
    role: 'umbrella',
    scope: 'u1',
    target: target({ umbrellas: ['u0', 'u1'] }),
    lets: ['accepted', 'all'],
  },
  { name: 'not accepted', role: 'umbrella', scope: 'u1', target: target(), lets: ['all'] },
  {
    name: 'another body accepted',
    role: 'umbrella',
    scope: 'u1',
    target: target({ umbrellas: ['u2'] }),
    lets: ['all'],
  },
  { name: 'a body named like the group', role: 'umbrella', scope: 'g1', target: target(), lets: ['all'] },
  {
    name: 'accepted, a role that ended',
    role: 'umbrella',
    scope: 'u1',
    target: target({ umbrellas: ['u1'] }),
    lets: [],
    ended: true,
  },
  ...(['link-worker', 'desk'] as const).flatMap((role): Situation[] => [
    { name: 'in the area, by postcode', role, scope: 'M33', target: target(), lets: ['area', 'all'] },
    { name: 'in the area, by code', role, scope: 'E05000001', target: target(), lets: ['area', 'all'] },
    { name: 'outside', role, scope: 'M41', target: target(), lets: ['all'] },
    { name: 'outside, a postcode that begins alike', role, scope: 'M3', target: target(), lets: ['all'] },
    { name: 'the whole directory', role, scope: null, target: target(), lets: ['area', 'all'] },
    { name: 'it is everywhere', role, scope: 'M41', target: target({ areas: [] }), lets: ['area', 'all'] },
    { name: 'a group with the name of the area', role, scope: 'g1', target: target(), lets: ['all'] },
    { name: 'in the area, a role that ended', role, scope: 'M33', target: target(), lets: [], ended: true },
  ]),
  {
    name: 'in the area, no second factor',
    role: 'desk',
    scope: 'M33',
    target: target(),
    lets: [],
    second: false,
  },
  {
    name: 'in the area, no second factor',
    role: 'link-worker',
    scope: 'M33',
    target: target(),
    lets: ['area', 'all'],
    second: false,
  },
  {
    name: 'own, no second factor',
    role: 'group',
    scope: 'g1',
    target: target(),
    lets: ['own', 'all'],
    second: false,
  },
  {
    name: 'accepted, no second factor',
    role: 'umbrella',
    scope: 'u1',
    target: target({ umbrellas: ['u1'] }),
    lets: ['accepted', 'all'],
    second: false,
  },
  { name: 'anything', role: 'administrator', scope: null, target: target(), lets: ANY },
  {
    name: 'nobody’s',
    role: 'administrator',
    scope: null,
    target: target({ group: null, areas: [] }),
    lets: ANY,
  },
  { name: 'no second factor', role: 'administrator', scope: null, target: target(), lets: [], second: false },
  { name: 'a role that ended', role: 'administrator', scope: null, target: target(), lets: [], ended: true },
]

function somebody({
  role,
  scope,
  ended = false,
  second = true,
}: Pick<Situation, 'role' | 'scope' | 'ended' | 'second'>): SignedIn {
  const endedAt = ended ? '2026-11-02T00:00:00.000Z' : null
  const grant = {
    id: 'x',
    person: 'p',
    role,
    scope,
    givenAt: '2026-11-01T00:00:00.000Z',
    givenBy: null,
    endedAt,
  }
  return {
    id: 's',
    person: 'p',
    email: 'p@example.org',
    grants: [grant],
    second,
    checkedAt: '2026-11-22T09:00:00.000Z',
  }
}
const NO_ROLE: SignedIn = { ...somebody({ role: 'group', scope: null }), grants: [] }

/** Action → role → word. */
function read(table: string): Map<string, Map<string, string>> {
  const [head = '', ...lines] = table.trim().split('\n')
  const roles = head.trim().split(/\s+/)
  return new Map(
    lines.map((line) => {
      const [action = '', ...cells] = line.trim().split(/\s+/)
      return [action, new Map(roles.map((role, at) => [role, cells[at] ?? '']))]
    }),
  )
}

const actions = read(ACTIONS)
const here = read(HERE)

test('every action there is stands in the table, and no other', () => {
  expect([...actions.keys()]).toEqual(Object.keys(MAY))
  expect([...here.keys()]).toEqual(Object.keys(MAY_HERE))
})

const ROWS = [...actions].flatMap(([action, cells]) =>
  SITUATIONS.map((it) => ({
    action: action as Action,
    ...it,
    may: it.lets.includes(cells.get(it.role) ?? '-'),
  })),
)
describe('to a listing or a group', () => {
  test.for(ROWS)('$action, $role, $name: $may', (row) => {
    expect(may(somebody(row), row.action, row.target)).toBe(row.may ? row.role : null)
  })
  test.for([...actions.keys()] as Action[])('%s: nobody, and nobody without a role', (action) => {
    expect(may(null, action, target({ umbrellas: ['u1'] }))).toBeNull()
    expect(may(NO_ROLE, action, target({ umbrellas: ['u1'] }))).toBeNull()
  })
})

const ROLES: Role[] = ['group', 'umbrella', 'link-worker', 'desk', 'administrator']
const HERE_ROWS = [...here].flatMap(([action, cells]) =>
  ROLES.flatMap((role) =>
    [
      { how: 'with a second factor', second: true, ended: false },
      { how: 'without one', second: false, ended: false },
      { how: 'a role that ended', second: true, ended: true },
    ].map(({ how, second, ended }) => ({
      action: action as ActionHere,
      role,
      how,
      second,
      ended,
      may: cells.get(role) === 'yes' && !ended && (second || (role !== 'desk' && role !== 'administrator')),
    })),
  ),
)
describe('about no listing', () => {
  test.for(HERE_ROWS)('$action, $role, $how: $may', (row) => {
    expect(mayHere(somebody({ ...row, scope: null }), row.action)).toBe(row.may ? row.role : null)
  })
  test.for([...here.keys()] as ActionHere[])('%s: nobody, and nobody without a role', (action) => {
    expect(mayHere(null, action)).toBeNull()
    expect(mayHere(NO_ROLE, action)).toBeNull()
  })
})

test('somebody with two roles acts in the one that may', () => {
  const both = {
    ...NO_ROLE,
    grants: [
      ...somebody({ role: 'group', scope: 'g2' }).grants,
      ...somebody({ role: 'link-worker', scope: 'M33' }).grants,
    ],
  }
  expect(may(both, 'confirm', target())).toBe('link-worker')
  expect(may(both, 'edit', target())).toBeNull()
  expect(may(both, 'edit', target({ group: 'g2' }))).toBe('group')
})
