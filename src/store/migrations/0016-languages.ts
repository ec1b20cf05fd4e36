import type { Step } from './migrate.ts'

/** In which language somebody last signed in: letters to them come in it. null: nobody knows yet. */
export const languages: Step = async (db) => {
  await db.schema.alterTable('person').addColumn('lang', 'text').execute()
}
