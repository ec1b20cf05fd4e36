/** Sources and how they are arranged; small facts of the deployment. */
import { isDeepStrictEqual } from 'node:util'
import type { Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { refuseNul } from './plain-text.ts'
import type { Arranged, Source, SourceCount } from './store.ts'

/** By id. */
export async function sources({ db }: Reading): Promise<Source[]> {
  const rows = await db.selectFrom('source').selectAll().orderBy('id').execute()
  return rows.map((row) => {
    const { last_run_at, complete_at: _, arranged, at, profile, every, ranks, author, ...source } = row
    const how: Arranged = {
      at: JSON.parse(at) as string[],
      profile,
      every,
      ranks: JSON.parse(ranks) as Arranged['ranks'],
      author: author === 'register' ? author : 'source',
    }
    return { ...source, lastRunAt: last_run_at, ...(arranged === 1 ? { arranged: how } : {}) }
  })
}

const NOT_ARRANGED = { arranged: 0, at: '[]', profile: null, every: null, ranks: '{}', author: 'source' }

const columnsOf = (arranged: Arranged | undefined) =>
  arranged === undefined
    ? NOT_ARRANGED
    : {
        ...arranged,
        arranged: 1,
        at: JSON.stringify(arranged.at),
        ranks: JSON.stringify(arranged.ranks),
      }

/**
 * Adds a source or writes over it; a `lastRunAt` of null leaves the one that is known. What was arranged is only written
 * over by an arrangement: a profile on the command line does not rename the source.
 */
export async function putSource({ db }: Writing, { lastRunAt, arranged, ...source }: Source): Promise<void> {
  refuseNul('the id of a source', [source.id])
  const said = { ...source, ...columnsOf(arranged) }
  const before = await db
    .selectFrom('source')
    .select('arranged')
    .where('id', '=', source.id)
    .executeTakeFirst()
  const ran = lastRunAt === null ? {} : { last_run_at: lastRunAt }
  if (before === undefined)
    await db
      .insertInto('source')
      .values({ ...said, last_run_at: lastRunAt, complete_at: null })
      .execute()
  else if (before.arranged === 0 || arranged !== undefined)
    await db
      .updateTable('source')
      .set({ ...said, ...ran })
      .where('id', '=', source.id)
      .execute()
  else if (lastRunAt !== null) await db.updateTable('source').set(ran).where('id', '=', source.id).execute()
}

/** What has to be written so that the records are as arranged; none where they are. */
export async function toArrange(reading: Reading, arranged: readonly Source[]): Promise<Source[]> {
  const records = new Map((await sources(reading)).map((it) => [it.id, it]))
  const named = new Set(arranged.map(({ id }) => id))
  const changed = arranged.filter((it) => {
    const record = records.get(it.id)
    return record === undefined || !isDeepStrictEqual({ ...it, lastRunAt: record.lastRunAt }, record)
  })
  const left = [...records.values()].filter((it) => it.arranged !== undefined && !named.has(it.id))
  return [...changed, ...left.map(({ arranged: _, ...it }) => it)]
}

/** As `toArrange` gives them: a record that is no longer arranged stays, with the words it had. */
export async function arrange(tx: Writing, changed: readonly Source[]): Promise<void> {
  for (const source of changed) {
    if (source.arranged === undefined)
      await tx.db.updateTable('source').set(NOT_ARRANGED).where('id', '=', source.id).execute()
    else await putSource(tx, { ...source, lastRunAt: null })
  }
}

export async function sourceCounts({ db }: Reading): Promise<Map<string, SourceCount>> {
  const rows = await db
    .selectFrom('statement')
    .select(({ fn }) => [
      'source',
      fn.countAll<number>().as('listings'),
      fn.count<number>('missing_run').as('missing'),
    ])
    .where('key', 'is not', null)
    .where('fields', 'is not', null)
    .groupBy('source')
    .execute()
  return new Map(rows.map(({ source, ...count }) => [source, count]))
}

export async function fact({ db }: Reading, name: string): Promise<string | null> {
  const row = await db.selectFrom('fact').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

export async function setFact({ db }: Writing, name: string, value: string): Promise<void> {
  refuseNul('a fact', [name, value])
  await db
    .insertInto('fact')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
