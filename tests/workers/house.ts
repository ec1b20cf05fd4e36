/** People and a workshop for the use cases of link workers, on a store that a test gives. */
import { readData } from '../../src/app/read-data.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { ranksSchema } from '../../src/listings/settle.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Role } from '../../src/store/people/grant.ts'
import type { Store } from '../../src/store/store.ts'
import type { Workshop } from '../../src/upkeep/workshop.ts'
import { aNew, AT } from '../store/made.ts'

export const NOW = new Date('2026-11-22T10:00:00.000Z')
export const DAY_MS = 86_400_000
export const inDays = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS)

const ranks = readData('data/source-ranks.json', ranksSchema)
const taxonomy = readTaxonomy()

export function workshopOn(store: Store, now: () => Date = () => NOW): Workshop {
  return { store, ranks, taxonomy, now, newId: () => crypto.randomUUID() }
}

/** Somebody with roles, written "link-worker M33", "desk", "group g1". */
export function somebody(person: string, ...roles: string[]): SignedIn {
  const grants = roles.map((words) => {
    const [role = '', scope = null] = words.split(' ')
    return { id: words, person, role: role as Role, scope, givenAt: AT, givenBy: null, endedAt: null }
  })
  const email = `${person}@example.org`
  return { id: `s-${person}`, person, email, grants, second: true, checkedAt: AT }
}

export const WORKER = somebody('worker', 'link-worker M33')
export const COLLEAGUE = somebody('colleague', 'link-worker M33')
export const ELSEWHERE = somebody('elsewhere', 'link-worker M41')
export const EVERYWHERE = somebody('everywhere', 'link-worker')
export const DESK = somebody('desk', 'desk M33')
export const ADMIN = somebody('admin', 'administrator')
export const KEEPER = somebody('keeper', 'group g1')
export const OTHER_KEEPER = somebody('other', 'group g2')
export const UMBRELLA = somebody('body', 'umbrella u1')

/** Listing "a" of group "g1" in M33, which two people keep. */
export async function furnished(store: Store): Promise<Workshop> {
  const places = [{ postcode: 'M33 2AB', town: 'Sale' }]
  await store.add([aNew('a', { places, status: 'published' })])
  await store.act(async (act) => {
    for (const id of ['keeper', 'second']) {
      const { id: person } = await act.people.for({ id, email: `${id}@example.org`, at: AT })
      const grant = { person, role: 'group' as const, scope: 'g1', givenAt: AT, givenBy: null, endedAt: null }
      await act.grants.give({ id: `g-${id}`, ...grant })
    }
  })
  return workshopOn(store)
}
