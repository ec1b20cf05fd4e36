/** The table "Who may do what" of the README is the one of people/roles.ts. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { MAY, MAY_HERE, type Reach } from '../../src/people/roles.ts'
import { ROLES, type Role } from '../../src/store/people/grant.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** One line for all that is allowed alike. */
function table(): string[] {
  const about = Object.entries(MAY).map(([action, may]) => {
    const reaches: { [R in Role]?: Reach } = may
    return { action, cells: ROLES.map((role) => reaches[role] ?? '–') }
  })
  const here = Object.entries(MAY_HERE).map(([action, may]) => {
    const roles: readonly Role[] = may
    return { action, cells: ROLES.map((role) => (roles.includes(role) ? 'yes' : '–')) }
  })
  const alike = Map.groupBy([...about, ...here], ({ cells }) => cells.join(' | '))
  return [...alike].map(([cells, all]) => row([all.map(({ action }) => action).join(', '), cells]))
}

it('says who may do what as the rules do', () => {
  const lines = readFileSync(inRoot('README.md'), 'utf8').split('\n')
  const from = lines.indexOf(row(['', ...ROLES]))
  expect(lines.slice(from + 2, from + 2 + table().length)).toEqual(table())
})
