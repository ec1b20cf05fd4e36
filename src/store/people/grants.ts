/** Who holds which role. A role that ended stays in the table, for the record of who could do what. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'
import type { Grant, Role } from './grant.ts'

type Row = {
  id: string
  person: string
  role: string
  scope: string | null
  given_at: string
  given_by: string | null
  ended_at: string | null
}
const read = ({ role, given_at, given_by, ended_at, ...row }: Row): Grant => ({
  ...row,
  role: role as Role,
  givenAt: given_at,
  givenBy: given_by,
  endedAt: ended_at,
})

/** Those a person holds now, oldest first. */
export async function grantsOf({ db }: Reading, person: string): Promise<Grant[]> {
  const rows = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

/** Everybody who holds a role now; `scope` given: for just that group, umbrella body or area. */
export async function holdersOf({ db }: Reading, role: Role, scope?: string | null): Promise<Grant[]> {
  const rows = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .$if(scope !== undefined, (query) =>
      scope === null || scope === undefined
        ? query.where('scope', 'is', null)
        : query.where('scope', '=', scope),
    )
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return rows.map(read)
}

/** A person who holds just this role already keeps the grant they have. */
export async function give(tx: Writing, grant: Grant): Promise<void> {
  const held = await grantsOf(tx, grant.person)
  if (held.some((it) => it.role === grant.role && it.scope === grant.scope)) return
  const { givenAt, givenBy, endedAt, ...rest } = grant
  await tx.db
    .insertInto('role_grant')
    .values({ ...rest, given_at: givenAt, given_by: givenBy, ended_at: endedAt })
    .execute()
}

/** False where it had ended before. */
export async function end({ db }: Writing, grant: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('role_grant')
    .set({ ended_at: at })
    .where('id', '=', grant)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
