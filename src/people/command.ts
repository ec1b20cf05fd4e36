/** What somebody typed after `npm run people --`, understood or refused with one sentence. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ROLES, type Role } from '../store/people/grant.ts'

export type Command =
  | { is: 'add'; email: string; role: Role; scope: string | null }
  | { is: 'end'; email: string; role: Role | null; scope: string | null }
  | { is: 'list' }
  | { is: 'wrong'; why: string }

export const USAGE =
  'Usage: npm run people -- add EMAIL --role ROLE [--for SCOPE]\n' +
  '       npm run people -- end EMAIL [--role ROLE] [--for SCOPE]\n' +
  '       npm run people -- list\n' +
  `Roles: ${ROLES.join(', ')}. SCOPE: a group or an umbrella body by its id or exact name; an area such as M33.`

const OPTIONS = { role: { type: 'string' }, for: { type: 'string' } } as const
/** The beginning of postcodes, or the code of a ward or district. */
const AREA = /^([A-Z]{1,2}\d[A-Z\d]?|[A-Z]\d{8})$/
const wrong = (why: string): Command => ({ is: 'wrong', why })
const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word)

export function readCommand(args: readonly string[]): Command {
  let read
  try {
    read = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return wrong(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'That is not understood.')
  }
  const { values, positionals } = read
  const [doing, email, more] = positionals
  if (doing === 'list') return positionals.length > 1 ? wrong('"list" takes nothing more.') : { is: 'list' }
  if (doing !== 'add' && doing !== 'end')
    return wrong(`Say "add", "end" or "list"${doing ? `, not "${doing}"` : ''}.`)
  if (email === undefined) return wrong('There is no e-mail address.')
  if (more !== undefined) return wrong(`"${more}" is one word too many.`)
  if (!z.email().max(254).safeParse(email).success) return wrong(`"${email}" is not an e-mail address.`)
  const { role } = values
  if (role !== undefined && !isRole(role)) return wrong(`"${role}" is no role: ${ROLES.join(', ')}.`)
  if (doing === 'add' && role === undefined) return wrong(`Which role? --role ${ROLES.join(' | ')}`)
  const scope = scopeOf(role ?? null, values.for)
  if (scope.is === 'wrong') return scope
  if (doing === 'end') return { is: 'end', email, role: role ?? null, scope: scope.of }
  return role === undefined ? wrong('Which role?') : { is: 'add', email, role, scope: scope.of }
}

type Scope = { is: 'scope'; of: string | null } | Extract<Command, { is: 'wrong' }>

function scopeOf(role: Role | null, given: string | undefined): Scope {
  const no = (why: string): Scope => ({ is: 'wrong', why })
  const of = given?.trim() ?? ''
  if (role === null) return { is: 'scope', of: of === '' ? null : of }
  if (role === 'administrator')
    return of === ''
      ? { is: 'scope', of: null }
      : no('An administrator is one for all of it: leave --for out.')
  if (role === 'group' || role === 'umbrella') {
    const what = role === 'group' ? 'group' : 'umbrella body'
    return of === '' ? no(`Which ${what}? --for its id or its exact name.`) : { is: 'scope', of }
  }
  if (of === '') return { is: 'scope', of: null }
  const area = of.toUpperCase()
  return AREA.test(area)
    ? { is: 'scope', of: area }
    : no(`"${of}" is no area: the beginning of postcodes, such as M33, or the code of a ward.`)
}
