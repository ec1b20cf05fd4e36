/** GP practices that public listings name: the gazetteer of them, for no list of practices comes with the program. */
import { sql } from 'kysely'
import { namedIn, type Practice } from '../places/practices.ts'
import type { Reading } from './bulk.ts'
import { headsByNumber, listingsOf } from './known.ts'

export async function practices(reading: Reading): Promise<Practice[]> {
  const { db, dialect } = reading
  // Word for word as in the migration: else its index is not used.
  const at = sql.raw(dialect === 'sqlite' ? 'instr' : 'strpos')
  const { rows } = await sql<{ listing: number }>`select distinct listing from statement
    where ${at}(fields, '"kind":"practices"') > 0`.execute(db)
  const heads = await headsByNumber(
    reading,
    rows.map(({ listing }) => listing),
  )
  const open = heads.filter(({ status }) => status === 'published' || status === 'paused')
  const listings = await listingsOf(reading, open)
  return namedIn([...listings.values()])
}
