/** Roles given and ended by whoever runs the server: the way the first administrator comes in. */
import type { Grant, Role } from '../store/people/grant.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { NEEDS_SECOND } from './roles.ts'

type Shop = Pick<Workshop, 'store' | 'now' | 'newId'>
export type Told = { ok: boolean; words: string }

const no = (words: string): Told => ({ ok: false, words })
const said = (role: Role, scope: string | null): string => (scope === null ? role : `${role} for ${scope}`)

/** The id of what the role reaches, found by id or by its exact name. */
async function reached(
  role: Role,
  scope: string | null,
  { store }: Shop,
): Promise<Told & { id: string | null }> {
  const found = (id: string | null) => ({ ok: true, words: '', id })
  const none = (words: string) => ({ ...no(words), id: null })
  if (scope === null || (role !== 'group' && role !== 'umbrella')) return found(scope)
  if (role === 'umbrella') {
    const bodies = await store.umbrellas.all()
    const body = bodies.find((it) => it.id === scope) ?? bodies.find((it) => it.name === scope)
    return body === undefined ? none(`There is no umbrella body "${scope}".`) : found(body.id)
  }
  const byId = await store.group(scope)
  if (byId !== null) return found(byId.id)
  const named = await store.groupsNamed(scope)
  if (named.length > 1)
    return none(
      `There are ${named.length} groups called "${scope}": name one by its id, ${named.map(({ id }) => id).join(' or ')}.`,
    )
  return named[0] === undefined ? none(`There is no group "${scope}".`) : found(named[0].id)
}

export async function addRole(
  { email, role, scope }: { email: string; role: Role; scope: string | null },
  shop: Shop,
): Promise<Told> {
  const { store, now, newId } = shop
  const to = await reached(role, scope, shop)
  if (!to.ok) return to
  const at = now().toISOString()
  return store.act(async (act) => {
    const person = await act.people.for({ email, id: newId(), at })
    const held = await act.grants.of(person.id)
    if (held.some((it) => it.role === role && it.scope === to.id))
      return { ok: true, words: `${person.email} is ${said(role, scope)} already.` }
    await act.grants.give({
      id: newId(),
      person: person.id,
      role,
      scope: to.id,
      givenAt: at,
      givenBy: null,
      endedAt: null,
    })
    await act.audit(entry(newId(), at, 'gave-role', `${role} ${to.id ?? ''} ${person.id}`))
    const second = NEEDS_SECOND.includes(role) ? ' At the first sign-in a second step is set up.' : ''
    return { ok: true, words: `${person.email} is now ${said(role, scope)}.${second}` }
  })
}

/** Ends all roles of a person that fit, signs them out everywhere, and forgets their second step if it was for one of them. */
export async function endRoles(
  { email, role, scope }: { email: string; role: Role | null; scope: string | null },
  shop: Shop,
): Promise<Told> {
  const { store, now, newId } = shop
  const person = await store.people.byEmail(email)
  if (person === null) return no(`Nobody signs in with ${email}.`)
  const to = role === null ? { ok: true, words: '', id: scope } : await reached(role, scope, shop)
  if (!to.ok) return to
  const fits = (it: Grant) => (role === null || it.role === role) && (to.id === null || it.scope === to.id)
  const at = now().toISOString()
  return store.act(async (act) => {
    const ending = (await act.grants.of(person.id)).filter(fits)
    if (ending.length === 0) return no(`${person.email} holds no such role.`)
    for (const it of ending) {
      await act.grants.end(it.id, at)
      await act.audit(entry(newId(), at, 'ended-role', `${it.role} ${it.scope ?? ''} ${person.id}`))
    }
    await act.people.endSignIns(person.id, null)
    if (ending.some((it) => NEEDS_SECOND.includes(it.role))) await act.people.dropSecondFactor(person.id)
    return {
      ok: true,
      words: `${person.email} is no longer ${ending.map((it) => said(it.role, it.scope)).join(', ')}.`,
    }
  })
}

/** One line a role: address, role, what it reaches. */
export async function listRoles({ store }: Shop): Promise<Told> {
  const lines: string[] = []
  for (const { id, email } of await store.people.all())
    for (const { role, scope, givenAt } of await store.grants.of(id))
      lines.push(`${email}\t${said(role, scope)}\tsince ${givenAt.slice(0, 10)}`)
  return { ok: true, words: lines.length === 0 ? 'Nobody holds a role.' : lines.join('\n') }
}

const entry = (id: string, at: string, did: string, about: string) => ({
  id,
  at,
  person: null,
  role: null,
  did,
  listing: null,
  group: null,
  about,
})
