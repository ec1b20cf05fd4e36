/** Groups that rows name as running them: the one known already, by its number or its name, or a new one. */
import { isPublisherMade } from '../listings/org-id.ts'
import type { Organisation } from '../listings/organisation.ts'
import type { ImportTransaction } from '../store/import-store.ts'
import type { Draft } from './mapping/draft.ts'

export async function groupsFor(
  tx: ImportTransaction,
  rows: readonly { draft: Draft }[],
  newId: () => string,
): Promise<(draft: Draft) => Organisation | null> {
  const named = rows.map(({ draft }) => draft.group).filter(({ name }) => name !== undefined)
  if (named.length === 0) return () => null
  const names = [...new Set(named.map(({ name }) => name ?? ''))]
  const numbers = [...new Set(named.flatMap(({ org_ids = [] }) => org_ids))]
  const known = await tx.groups(names, numbers)
  const byNumber = new Map(known.flatMap((group) => group.org_ids.map((number) => [number, group] as const)))
  const byName = new Map(known.map((group) => [group.name.toLowerCase(), group]))
  return ({ group: { name, org_ids = [], website } }) => {
    if (name === undefined) return null
    const numbered = org_ids.map((number) => byNumber.get(number)).find((group) => group !== undefined)
    const found = numbered ?? byName.get(name.toLowerCase())
    // Of one name, but registered under another number: two groups. A funder's own number is no registration.
    const isRegistered = found?.org_ids.some((id) => !isPublisherMade(id)) ?? false
    if (found && (org_ids.length === 0 || !isRegistered || numbered)) return found
    const made: Organisation = { id: newId(), name, org_ids, ...(website === undefined ? {} : { website }) }
    byName.set(name.toLowerCase(), made)
    for (const number of org_ids) byNumber.set(number, made)
    return made
  }
}
