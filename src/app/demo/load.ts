/** Puts the demonstration directory into an empty store, and keeps its ages relative to today. */
import { readdirSync } from 'node:fs'
import type { Claim, Statement } from '../../listings/claims.ts'
import { listingFields, type FieldName, type ListingFields } from '../../listings/listing.ts'
import { settle, type Ranks } from '../../listings/settle.ts'
import type { NewListing, Store } from '../../store/store.ts'
import { readData } from '../read-data.ts'
import { inRoot } from '../root.ts'
import { eventsOf } from './events.ts'
import { demoFile, type DemoFile, type DemoListing } from './format.ts'
import { before, dayOf, idOf } from './ids.ts'
import { DEMO_SOURCE } from './source.ts'

/** Listings written in one go. */
const BATCH = 100

export function readDemo(): DemoFile['groups'] {
  const files = readdirSync(inRoot('data', 'demo')).filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) => readData(`data/demo/${file}`, demoFile).groups)
}

function fieldsOf(demo: DemoListing, now: Date): ListingFields {
  const given = listingFields.parse(demo)
  if (demo.ended_days_ago !== undefined) given.ended_on = dayOf(before(now, demo.ended_days_ago))
  if (demo.successor !== undefined) given.successor = idOf(demo.successor)
  return given
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

function newListing(
  group: DemoFile['groups'][number],
  demo: DemoListing,
  ranks: Ranks,
  now: Date,
): NewListing {
  const id = idOf(demo.slug)
  const at = before(now, demo.written_days_ago).toISOString()
  const statement = statementOf(id, fieldsOf(demo, now), demo, at)
  const settled = settle([statement], ranks)
  if (settled.is === 'nameless') throw new Error(`The demonstration's listing ${demo.slug} has no name.`)
  const { id: groupId, name, org_ids, website } = group
  return {
    id,
    slug: demo.slug,
    group: { id: idOf(`group ${groupId}`), name, org_ids, ...(website ? { website } : {}) },
    statement,
    settled: settled.fields,
    author: 'group',
    at,
  }
}

/** Said while the first load is under way: one that was killed is taken up again at the next start. */
const UNDER_WAY = 'loading'

/** Afterwards an empty store holds the demonstration; a store that holds it already has today's ages. Else nothing is done. */
export async function loadDemo(store: Store, ranks: Ranks, now: Date): Promise<void> {
  const today = dayOf(now)
  const last = await store.fact('demonstration')
  if (last === today || (last === null && (await store.count()).all > 0)) return
  const groups = readDemo()
  const demos = groups.flatMap((group) => group.listings)
  const events = eventsOf(demos, now)
  if (last === null || last === UNDER_WAY) {
    await store.setFact('demonstration', UNDER_WAY)
    await store.putSource({ ...DEMO_SOURCE, lastRunAt: now.toISOString() })
    const all = groups.flatMap((group) => group.listings.map((demo) => newListing(group, demo, ranks, now)))
    const there = new Set((await store.listings(all.map((it) => it.id))).map((it) => it.listing.id))
    const missing = all.filter((it) => !there.has(it.id))
    for (let i = 0; i < missing.length; i += BATCH) await store.add(missing.slice(i, i + BATCH))
    await store.raise(events.signals)
  }
  // A signal is raised once: a later confirmation would answer it, and the doubted listing would look well again.
  const doubted = new Set(last === null || last === UNDER_WAY ? [] : events.signals.map((it) => it.listing))
  await store.confirm(events.confirmations.filter((it) => !doubted.has(it.listing)))
  await store.sayCapacity([...events.more, ...events.capacities])
  await store.sayFunding(events.fundings)
  await store.setFact('demonstration', today)
}
