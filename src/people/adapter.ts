/**
 * What better-auth reads and writes, on our own store and through its one writer. Of a token only the hash is kept;
 * names, pictures and addresses of computers, which better-auth would keep too, are left out.
 */
import { createHash } from 'node:crypto'
import { createAdapterFactory } from 'better-auth/adapters'
import type { Records, RecordTable, Row, Value, Where } from '../store/people/records.ts'

const COLUMNS: { [T in RecordTable]: readonly string[] } = {
  person: ['id', 'email', 'created_at'],
  sign_in: [
    'id',
    'token_hash',
    'person',
    'created_at',
    'expires_at',
    'seen_at',
    'checked_at',
    'second',
    'browser',
  ],
}
const TOKEN = 'token_hash'
const OPERATORS: { [operator: string]: Where[number]['is'] } = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
}

type Asked = { field: string; operator: string; connector: string; value: unknown }

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

function tableOf(model: string): RecordTable {
  if (model === 'person' || model === 'sign_in') return model
  throw new Error(`Fingerpost keeps no "${model}".`)
}

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || typeof value === 'number'

/** Values of one table, tokens as their hashes; what is not kept is left out. */
function rowOf(table: RecordTable, given: object): Row {
  const row: Row = {}
  for (const [name, value] of Object.entries(given)) {
    if (!COLUMNS[table].includes(name) || !isValue(value)) continue
    row[name] = name === TOKEN ? hashOf(String(value)) : value
  }
  return row
}

function whereOf(table: RecordTable, asked: readonly Asked[] = []): Where {
  return asked.map(({ field, operator, connector, value }, at) => {
    const is = OPERATORS[operator]
    if (is === undefined || !isValue(value) || !COLUMNS[table].includes(field))
      throw new Error(`Cannot look for ${table}.${field} ${operator}.`)
    if (at > 0 && connector === 'OR') throw new Error('Cannot look for one thing or another.')
    return { column: field, is, value: field === TOKEN ? hashOf(String(value)) : value }
  })
}

/** A row as it was asked for: with the token it was found by, which is not in the table. */
function given<T>(row: Row | undefined, asked: readonly Asked[]): T | null {
  if (row === undefined) return null
  const token = asked.find(({ field }) => field === TOKEN)?.value
  return { ...row, ...(token === undefined ? {} : { [TOKEN]: token }) } as T
}

/** Rows at most where better-auth names no number. */
const MOST = 100

export const storeAdapter = (records: Records) =>
  createAdapterFactory({
    config: {
      adapterId: 'fingerpost',
      supportsDates: false,
      supportsBooleans: false,
      supportsNumericIds: false,
      transaction: false,
    },
    adapter: () => ({
      async create({ model, data }) {
        const table = tableOf(model)
        await records.create(table, rowOf(table, data))
        return data
      },
      async update<T>({
        model,
        where,
        update,
      }: {
        model: string
        where: Asked[]
        update: T
      }): Promise<T | null> {
        const table = tableOf(model)
        const found = whereOf(table, where)
        await records.update(table, found, rowOf(table, Object(update)))
        return given<T>((await records.find(table, found, 1))[0], where)
      },
      async updateMany({ model, where, update }) {
        const table = tableOf(model)
        return records.update(table, whereOf(table, where), rowOf(table, update))
      },
      async findOne<T>({ model, where }: { model: string; where: Asked[] }) {
        const table = tableOf(model)
        return given<T>((await records.find(table, whereOf(table, where), 1))[0], where)
      },
      async findMany<T>({ model, where, limit }: { model: string; where?: Asked[]; limit?: number }) {
        const table = tableOf(model)
        return (await records.find(table, whereOf(table, where), limit ?? MOST)) as T[]
      },
      async delete({ model, where }) {
        const table = tableOf(model)
        await records.remove(table, whereOf(table, where))
      },
      async deleteMany({ model, where }) {
        const table = tableOf(model)
        return records.remove(table, whereOf(table, where))
      },
      async count({ model, where }) {
        const table = tableOf(model)
        return (await records.find(table, whereOf(table, where), Number.MAX_SAFE_INTEGER)).length
      },
    }),
  })
