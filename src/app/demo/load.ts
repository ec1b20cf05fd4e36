/** Puts the demonstration directory into an empty store, and keeps its ages relative to today. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { CapacityEvent } from '../../capacity/event.ts'
import type { Confirmation, Signal } from '../../freshness/evidence.ts'
import type { Claim, Statement } from '../../listings/claims.ts'
import { listingFields, type FieldName, type ListingFields } from '../../listings/listing.ts'
import type { NewListing, Source, Store } from '../../store/store.ts'
import { readData } from '../read-data.ts'
import { inRoot } from '../root.ts'
import { demoFile, type DemoFile, type DemoListing } from './format.ts'

const DAY_MS = 86_400_000
/** Listings written in one go. */
const BATCH = 100

export const DEMO_SOURCE: Source = {
  id: 'demonstration',
  name: 'Demonstration',
  kind: 'demonstration',
  publisher: 'Invented for this demonstration',
  licence: 'CC0 1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'The groups here are invented.',
  url: null,
  lastRunAt: null,
}

export function readDemo(): DemoFile['groups'] {
  const files = readdirSync(inRoot('data', 'demo')).filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) => readData(`data/demo/${file}`, demoFile).groups)
}

/** The same id for the same words on every machine (a UUID of version 8, RFC 9562). */
function idOf(words: string): string {
  const hex = createHash('sha256').update(`fingerpost demonstration ${words}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

function fieldsOf(demo: DemoListing, now: Date): ListingFields {
  const settled = listingFields.parse(demo)
  if (demo.ended_days_ago !== undefined) settled.ended_on = dayOf(before(now, demo.ended_days_ago))
  if (demo.successor !== undefined) settled.successor = idOf(demo.successor)
  return settled
}

function statementOf(id: string, settled: ListingFields, given: object, at: string): Statement {
  const claim = (value: unknown) => ({ value, at, by: 'group', how: 'form' }) as Claim
  const said = Object.entries(settled).filter(
    ([field]) => field in given || field === 'ended_on' || field === 'successor',
  )
  return {
    listing: id,
    source: DEMO_SOURCE.id,
    fields: Object.fromEntries(said.map(([field, value]) => [field as FieldName, claim(value)])),
  }
}

function newListing(group: DemoFile['groups'][number], demo: DemoListing, now: Date): NewListing {
  const id = idOf(demo.slug)
  const at = before(now, demo.written_days_ago).toISOString()
  const settled = fieldsOf(demo, now)
  const { id: groupId, name, org_ids, website } = group
  return {
    id,
    slug: demo.slug,
    group: { id: idOf(`group ${groupId}`), name, org_ids, ...(website ? { website } : {}) },
    statement: statementOf(id, settled, demo, at),
    settled,
    author: 'group',
    at,
  }
}

/** Events as they stand today: made anew each day, so that "12 days ago" stays twelve. */
async function sayEvents(store: Store, demos: DemoListing[], now: Date): Promise<void> {
  const at = (days: number) => before(now, days).toISOString()
  const confirmations: Confirmation[] = []
  const capacities: CapacityEvent[] = []
  const signals: Signal[] = []
  for (const demo of demos) {
    const listing = idOf(demo.slug)
    const id = (kind: string) => idOf(`${kind} ${demo.slug} ${dayOf(now)}`)
    const { confirmed, capacity, signal } = demo
    if (confirmed)
      confirmations.push({
        id: id('confirmed'),
        listing,
        at: at(confirmed.days_ago),
        by: confirmed.by,
        source: confirmed.by === 'source' ? DEMO_SOURCE.name : null,
        how: confirmed.how,
        revision: 1,
      })
    if (capacity)
      capacities.push({
        id: id('capacity'),
        listing,
        state: capacity.state,
        weeks: capacity.weeks ?? null,
        until: capacity.until_in_days ? dayOf(before(now, -capacity.until_in_days)) : null,
        saidAt: at(capacity.days_ago),
        by: capacity.by,
      })
    if (signal)
      signals.push({
        id: id('signal'),
        listing,
        kind: signal.kind,
        at: at(signal.days_ago),
        source: null,
        clearedAt: null,
      })
  }
  await store.confirm(confirmations)
  await store.sayCapacity(capacities)
  await store.raise(signals)
}

/** Afterwards an empty store holds the demonstration; a store that holds it already has today's ages. Else nothing is done. */
export async function loadDemo(store: Store, now: Date): Promise<void> {
  const today = dayOf(now)
  const last = await store.fact('demonstration')
  if (last === today || (last === null && (await store.count()).all > 0)) return
  const groups = readDemo()
  if (last === null) {
    await store.putSource({ ...DEMO_SOURCE, lastRunAt: now.toISOString() })
    const all = groups.flatMap((group) => group.listings.map((demo) => newListing(group, demo, now)))
    const there = new Set((await store.listings(all.map((it) => it.id))).map((it) => it.listing.id))
    const missing = all.filter((it) => !there.has(it.id))
    for (let i = 0; i < missing.length; i += BATCH) await store.add(missing.slice(i, i + BATCH))
  }
  await sayEvents(
    store,
    groups.flatMap((group) => group.listings),
    now,
  )
  await store.setFact('demonstration', today)
}
