/** The second thing somebody shows: a code from an app on their phone, or one of the codes they wrote down. */
import type { Reading } from '../bulk.ts'
import type { Writing } from '../database.ts'

export type SecondFactor = {
  person: string
  /** Enciphered. */
  secret: string
  madeAt: string
  /** Null until a first code showed that the app has it. */
  verifiedAt: string | null
  lastStep: number
  /** Hashes of the written codes that are left. */
  backups: string[]
}

export async function secondFactor({ db }: Reading, person: string): Promise<SecondFactor | null> {
  const row = await db.selectFrom('second_factor').selectAll().where('person', '=', person).executeTakeFirst()
  if (row === undefined) return null
  return {
    person: row.person,
    secret: row.secret,
    madeAt: row.made_at,
    verifiedAt: row.verified_at,
    lastStep: row.last_step,
    backups: JSON.parse(row.backups),
  }
}

/** In place of what there was. */
export async function setSecondFactor({ db }: Writing, it: SecondFactor): Promise<void> {
  await db.deleteFrom('second_factor').where('person', '=', it.person).execute()
  await db
    .insertInto('second_factor')
    .values({
      person: it.person,
      secret: it.secret,
      made_at: it.madeAt,
      verified_at: it.verifiedAt,
      last_step: it.lastStep,
      backups: JSON.stringify(it.backups),
    })
    .execute()
}

export async function dropSecondFactor({ db }: Writing, person: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('second_factor')
    .where('person', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
