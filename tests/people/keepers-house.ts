/** A store with a few listings and people, for tests of who keeps what. */
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Store } from '../../src/store/store.ts'
import type { Workshop } from '../../src/upkeep/workshop.ts'
import { aNew, AT, statement } from '../store/made.ts'
import { NOW, workshopOn } from '../workers/house.ts'

export { NOW, workshopOn }
export const MINUTE_MS = 60_000
export const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * MINUTE_MS)

/** Somebody whose address is proved, with the roles the store has for them. */
export async function person(
  store: Store,
  email: string,
  roles: readonly string[] = [],
  over: Partial<SignedIn> = {},
): Promise<SignedIn> {
  const made = await store.act(async (act) => {
    const { id } = await act.people.for({ id: `p-${email}`, email, at: AT })
    for (const words of roles) {
      const [role = '', scope = null] = words.split(' ')
      const grant = { role: role as SignedIn['grants'][number]['role'], scope, givenAt: AT, givenBy: null }
      await act.grants.give({ id: `${id} ${words}`, person: id, endedAt: null, ...grant })
    }
    return id
  })
  const grants = await store.grants.of(made)
  return {
    id: `s-${email}`,
    person: made,
    email,
    grants,
    second: true,
    checkedAt: NOW.toISOString(),
    ...over,
  }
}

/** As they are after something was done: with the roles they hold then. */
export const again = async (store: Store, who: SignedIn): Promise<SignedIn> => ({
  ...who,
  grants: await store.grants.of(who.person),
})

export const email = (address: string, visible = true) => ({ address, visible })

/**
 * shown: everybody sees its address. hidden: nobody does. filed: a file says another one. none: has no address.
 * alone: no group runs it. secret: its place must stay hidden. bare: that too, and it has no address.
 */
export async function listings(store: Store): Promise<Workshop> {
  const places = [{ postcode: 'M33 2AB' }]
  const masked = [{ town: 'Sale', masked: true, precision: 'area' as const }]
  const shown = email('Kettle@example.org')
  const group = (id: string) => ({ id, name: `Group ${id}`, org_ids: [] })
  const filed = aNew('filed', { email: shown, places }, { group: group('g1') })
  await store.add([
    aNew('shown', { email: shown, places }, { group: group('g1') }),
    aNew('hidden', { email: email('quiet@hush.example', false), places }, { group: group('g2') }),
    { ...filed, id: 'filed', slug: 'kettle-filed' },
    aNew('none', { places }, { group: group('g3') }),
    aNew('alone', { email: email('alone@example.org'), places }, { group: null }),
    aNew('secret', { email: email('safe@refuge.example', false), places: masked }, { group: group('g4') }),
    aNew('bare', { places: masked }, { group: group('g5') }),
    aNew('draft', { status: 'draft', email: shown }, { group: group('g6') }),
  ])
  const contacts = [{ role: 'secretary', email: email('old@list.example') }]
  for (const id of ['filed', 'secret']) {
    const found = await store.byId(id)
    if (found.is !== 'listing') throw new Error(`no listing ${id}`)
    const { listing } = found.known
    const said = statement(id, { contacts }, { source: 'hubs', by: 'source' })
    await store.edit({
      listing: id,
      revision: listing.revision,
      statement: said,
      settled: listing,
      author: 'source',
      at: AT,
    })
  }
  return workshopOn(store)
}

export type Letter = { to: string; kind: string; about: { [name: string]: unknown } }
/** Letters that wait to be sent, by address. */
export async function letters(store: Store, at = NOW): Promise<Letter[]> {
  const all = await store.outbox.due(at, 100)
  return all.map(({ to, kind, about }) => ({ to, kind, about })).sort((a, b) => (a.to < b.to ? -1 : 1))
}
export const said = (all: readonly Letter[]): string[] =>
  all.map(({ to, kind, about }) => [kind, about['what'], 'to', to].filter(Boolean).join(' '))

/** What stands in the record, by name: all of it may have happened in one instant. */
export async function record(store: Store): Promise<string[]> {
  const all = await store.audit({ limit: 100 })
  return all.map(({ did, role }) => (role === null ? did : `${did} as ${role}`)).sort()
}
