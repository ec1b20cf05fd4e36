/** Whoever has proved an address. Nothing else is known of them: no name, no password. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

export type Person = {
  id: string
  email: string
  createdAt: string
  /** In which they last signed in: letters to them come in it. null: they have not yet. */
  lang: 'en' | 'cy' | null
}

type PersonRow = { id: string; email: string; created_at: string; lang: string | null }
const readPerson = ({ created_at, lang, ...row }: PersonRow): Person => ({
  ...row,
  createdAt: created_at,
  lang: lang as Person['lang'],
})

/** One address written one way: how it is kept and looked for. */
export const sameAddress = (address: string): string => address.trim().toLowerCase()

export async function personById({ db }: Reading, id: string): Promise<Person | null> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : readPerson(row)
}

export async function personByEmail({ db }: Reading, email: string): Promise<Person | null> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('email', '=', sameAddress(email))
    .executeTakeFirst()
  return row === undefined ? null : readPerson(row)
}

export async function everybody({ db }: Reading): Promise<Person[]> {
  const rows = await db.selectFrom('person').selectAll().orderBy('email').execute()
  return rows.map(readPerson)
}

/** The person with this address; made with the id given where there is none yet. `lang`: what they read now. */
export async function personFor(
  tx: Writing,
  about: { email: string; id: string; at: string; lang?: 'en' | 'cy' },
): Promise<Person> {
  const known = await personByEmail(tx, about.email)
  const lang = about.lang ?? known?.lang ?? null
  if (known !== null) {
    if (lang !== known.lang)
      await tx.db.updateTable('person').set({ lang }).where('id', '=', known.id).execute()
    return { ...known, lang }
  }
  const made = { id: about.id, email: sameAddress(about.email), createdAt: about.at, lang }
  await tx.db
    .insertInto('person')
    .values({ id: made.id, email: made.email, created_at: made.createdAt, lang })
    .execute()
  return made
}

/** False where somebody else has the address. */
export async function changeEmail(tx: Writing, person: string, email: string): Promise<boolean> {
  const holder = await personByEmail(tx, email)
  if (holder !== null) return holder.id === person
  await tx.db
    .updateTable('person')
    .set({ email: sameAddress(email) })
    .where('id', '=', person)
    .execute()
  return true
}

/** Takes the address, all sign-ins and the second factor with it. What they decided stays, under an id that names nobody. */
export async function forgetPerson(tx: Writing, person: string, at: string): Promise<void> {
  await tx.db
    .updateTable('role_grant')
    .set({ ended_at: at })
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .execute()
  await tx.db.deleteFrom('asking').where('person', '=', person).execute()
  await tx.db.deleteFrom('second_factor').where('person', '=', person).execute()
  await tx.db.deleteFrom('sign_in').where('person', '=', person).execute()
  await tx.db.deleteFrom('saved_search').where('person', '=', person).execute()
  await tx.db.deleteFrom('turn').where('person', '=', person).execute()
  await tx.db.deleteFrom('draft').where('person', '=', person).execute()
  await tx.db.deleteFrom('person').where('id', '=', person).execute()
}
