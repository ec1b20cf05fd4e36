/** What tests put into a store. */
import type { Author, Claim, Statement } from '../../src/listings/claims.ts'
import { listingFields, type FieldName, type ListingFields } from '../../src/listings/listing.ts'
import type { ImportTransaction, RowWrite, Settle, Sought } from '../../src/store/import-store.ts'
import type { Edit, Known, NewListing, Source, Store } from '../../src/store/store.ts'

export const AT = '2026-11-22T09:00:00.000Z'
/** An instant so many days after AT. */
export const later = (days: number): string => new Date(Date.parse(AT) + days * 86_400_000).toISOString()

type Said = { [F in FieldName]?: ListingFields[F] | null }

export function statement(
  listing: string,
  said: Said,
  { source = 'group', by = 'group', at = AT }: { source?: string; by?: Author; at?: string } = {},
): Statement {
  const how = by === 'source' ? 'file' : 'form'
  const claims = Object.entries(said).map(([field, value]) => [field, { value, at, by, how } as Claim])
  return { listing, source, fields: Object.fromEntries(claims) }
}

/** Settling as simple as it can be: the last statement that names a field has its way. */
export const lastWins: Settle = (statements) => {
  const said: { [field: string]: unknown } = {}
  for (const { fields } of statements)
    for (const [field, claim] of Object.entries(fields)) said[field] = claim.value ?? undefined
  return 'name' in said ? listingFields.parse(said) : null
}
export const settled = (said: Said): ListingFields =>
  listingFields.parse(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)))

export function aNew(id: string, said: Said = {}, over: Partial<NewListing> = {}): NewListing {
  const all = { name: `Kettle ${id}`, ...said }
  return {
    id,
    slug: `kettle-${id}`,
    group: { id: 'g1', name: 'Kettle Friends', org_ids: [] },
    statement: statement(id, all),
    settled: settled(all),
    author: 'group',
    at: AT,
    ...over,
  }
}

export function anEdit(
  listing: string,
  revision: number,
  said: Said = { name: 'New name' },
  over: Partial<Edit> = {},
): Edit {
  const settledNow = settled({ name: `Kettle ${listing}`, ...said })
  return {
    listing,
    revision,
    statement: statement(listing, said),
    settled: settledNow,
    author: 'group',
    at: later(1),
    ...over,
  }
}

export async function only(store: Store, id: string): Promise<Known> {
  const [known] = await store.listings([id])
  if (known === undefined) throw new Error(`no listing ${id}`)
  return known
}

export const SOURCE: Source = {
  id: 'hubs',
  name: 'Hubs',
  kind: 'spreadsheet',
  publisher: null,
  licence: null,
  licence_url: null,
  attribution: null,
  url: null,
  lastRunAt: null,
}

/** A row of a file under a key; its listing's id is the key with "id-" before it. */
export function aRow(key: string, said: Said = {}, over: object = {}): RowWrite {
  const all = { name: `Hub ${key}`, ...said }
  return {
    is: 'new',
    slug: `hub-${key}`,
    key,
    hash: JSON.stringify(said),
    statement: statement(`id-${key}`, all, { source: 'hubs', by: 'source' }),
    settled: settled(all),
    identity: { name: all.name?.toLowerCase() ?? null, postcode: null, phone: null, host: null },
    group: null,
    ...over,
  }
}

/** A row of a listing that is known. */
export const aKnownRow = (key: string, revision: number, said: Said, over: object = {}): RowWrite =>
  aRow(key, said, { is: 'known', revision, ...over })

let runs = 0
/** Runs an import of "hubs" that is kept unless `refuse`; gives the id of the run. */
export async function importing(
  store: Store,
  work: (tx: ImportTransaction) => Promise<unknown>,
  { startedAt = AT, refuse = false, dryRun = false, source = SOURCE, run = `run-${++runs}` } = {},
): Promise<string> {
  await store.imports.run({ run, source, startedAt, dryRun }, async (tx) => {
    await work(tx)
    return { keep: !refuse, state: refuse ? 'refused' : 'applied', report: '{"read":1}', value: null }
  })
  return run
}

/** The usual course of an import: all keys seen, rows written, what is gone is missing. */
export const writing =
  (rows: readonly RowWrite[], seen: readonly string[] = rows.map(({ key }) => key)) =>
  async (tx: ImportTransaction): Promise<void> => {
    await tx.firstSeen(seen)
    await tx.write(rows, 'source', AT)
    await tx.markMissing()
  }

/** What a run looks for: only what is named, twenty at most of each. */
export const seeking = (over: Partial<Sought>): Sought => ({
  names: [],
  postcodes: [],
  phones: [],
  hosts: [],
  orgIds: [],
  points: [],
  near: 100,
  most: { names: 20, postcodes: 20, phones: 20, hosts: 20, orgIds: 20, points: 20 },
  ...over,
})

/** A second source, which says something of the listing of row "1" too. */
export const COUNCIL: Source = { ...SOURCE, id: 'council', name: 'Council' }
export const PHONE = { phone: { number: '0161 496 0001', visible: true } }
export const councilRow = (revision: number): RowWrite =>
  aKnownRow('1', revision, PHONE, {
    key: 'council-1',
    statement: statement('id-1', PHONE, { source: 'council', by: 'source' }),
    settled: settled({ name: 'Hub 1', ...PHONE }),
  })

/** Everything a reader could see, to compare before and after. */
export async function everything(store: Store) {
  const { known, removed } = await store.changesSince(0, 1000)
  const histories = await Promise.all(known.map(({ listing }) => store.revisions(listing.id)))
  const statements = await Promise.all(known.map(({ listing }) => store.statements(listing.id)))
  return {
    known,
    removed,
    histories,
    statements,
    sources: await store.sources(),
    runs: await store.runs(null, 99),
  }
}
