import type { Step } from './migrate.ts'

/** Small facts of the deployment. */
export const facts: Step = async (db) => {
  await db.schema
    .createTable('fact')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('value', 'text', (col) => col.notNull())
    .execute()
}
