/** The record of what was decided and read. Whoever reads it stands in it too. */
import { mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { Workshop } from '../upkeep/workshop.ts'

/** Lines of one page. */
const PAGE = 50

export type RecordPage = { is: 'page'; entries: AuditEntry[]; older: string | null } | { is: 'refused' }

/** `before`: an instant. `listing`: an id. */
export async function readRecord(
  who: SignedIn | null,
  { before, listing }: { before?: string; listing?: string },
  { store, now, newId }: Workshop,
): Promise<RecordPage> {
  const role = mayHere(who, 'read-audit')
  if (who === null || role === null) return { is: 'refused' }
  const which = { ...(before === undefined ? {} : { before }), ...(listing === undefined ? {} : { listing }) }
  const entries = await store.audit({ limit: PAGE + 1, ...which })
  const at = now().toISOString()
  await store.act((act) =>
    act.audit({
      id: newId(),
      at,
      person: who.person,
      role,
      did: 'read-record',
      listing: listing ?? null,
      group: null,
      about: null,
    }),
  )
  const page = entries.slice(0, PAGE)
  return { is: 'page', entries: page, older: entries.length > PAGE ? (page.at(-1)?.at ?? null) : null }
}
