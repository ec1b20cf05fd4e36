/** Everything the review plan knows, read from the store: every listing that people can find, and who can be asked. */
import { capacityAt } from '../capacity/capacity.ts'
import type { CapacityThresholds } from '../capacity/event.ts'
import type { Assumptions } from '../freshness/review/assumptions.ts'
import type { FundingThresholds } from '../funding/event.ts'
import { wordOn } from '../funding/funding.ts'
import { kindClassOf, type Reviewed } from '../freshness/review/reviewed.ts'
import { epochDay, isoDay, londonMoment, mondayOf } from '../listings/clock.ts'
import { hashOfAddress } from '../store/mail/address-hash.ts'
import type { Known, Store } from '../store/store.ts'
import type { Tally } from '../store/tallies.ts'
import { laddersOf, lettersTo } from './letters-sent.ts'
import { askableOf, keepersByGroup, somebodiesOf, type Somebody } from './people-to-ask.ts'
import { moneyOf } from '../upkeep/money.ts'
import { restsUntil, type Terms } from './rest.ts'

/** Listings read in one go. */
const BATCH = 500
/** What people did two years ago still says how they answer; older letters say nothing. Days. */
const REMEMBERED_DAYS = 730
/** Looks are an average over so many whole weeks: a busy Monday must not decide. */
const WEEKS = 8
const DAY_MS = 86_400_000

export type Settings = { capacity: CapacityThresholds; funding: FundingThresholds; terms: Terms }
export type Gathered = {
  reviewed: Reviewed[]
  known: Map<string, Known>
  somebodies: Map<string, Somebody>
  /** Those whom a letter about a listing reaches. */
  reach: (listing: string) => Somebody[]
}

/** Those that are to be found now: drafts, and what has ended, are asked about by nobody. */
async function present(store: Store, now: Date): Promise<Known[]> {
  const { day } = londonMoment(now)
  const found: Known[] = []
  let from = 0
  for (;;) {
    const { known, upTo, more } = await store.changesSince(from, BATCH)
    for (const it of known) {
      const { status, ended_on } = it.listing
      if (status === 'draft' || status === 'ended' || (ended_on !== undefined && ended_on < day)) continue
      found.push(it)
    }
    if (!more) return found
    from = upTo
  }
}

/** How often a week something happened to each listing, over the last whole weeks. */
function perWeek(tallies: readonly Tally[], kind: Tally['kind']): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { listing, count, kind: its } of tallies)
    if (its === kind) sums.set(listing, (sums.get(listing) ?? 0) + count / WEEKS)
  return sums
}

async function shutOf(store: Store, somebodies: Iterable<Somebody>, since: string): Promise<Set<string>> {
  const shut = new Set<string>()
  for (const { key, address: written } of somebodies) {
    const address = hashOfAddress(written)
    const bounces = await store.mail.bouncesOf(address, since.slice(0, 10))
    if (
      bounces.some(({ permanent }) => permanent) ||
      (await store.mail.isStopped({ address, kind: 'review' }))
    )
      shut.add(key)
  }
  return shut
}

export async function gather(
  store: Store,
  now: Date,
  assumptions: Assumptions,
  settings: Settings,
): Promise<Gathered> {
  const since = new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS).toISOString()
  const monday = isoDay(epochDay(mondayOf(now)) - 7 * WEEKS)
  const all = await present(store, now)
  const ids = all.map(({ listing }) => listing.id)
  const [asked, keepers, tallies, money] = await Promise.all([
    store.asked(since),
    keepersByGroup(store),
    store.tallies(ids, monday),
    moneyOf(all, { store, now, thresholds: settings.funding }),
  ])
  const [letters, ladders] = [lettersTo(asked, now), laddersOf(asked)]
  const [looks, pointings] = [perWeek(tallies, 'looked'), perWeek(tallies, 'pointed')]
  const people = new Map(all.map(({ listing }) => [listing.id, somebodiesOf(listing, keepers)]))
  const somebodies = new Map([...people.values()].flat().map((it) => [it.key, it]))
  const shut = await shutOf(store, somebodies.values(), since)
  const reviewed = all.map((it): Reviewed => {
    const { listing, confirmation, capacity, signals } = it
    const told = money.get(listing.id) ?? { person: it.funding, source: it.fundingTold }
    return {
      id: listing.id,
      group: listing.group?.id ?? null,
      kindClass: kindClassOf(listing, assumptions.kinds),
      confirmed: confirmation && { at: confirmation.at, by: confirmation.by },
      editedAt: listing.editedAt,
      importedAt: listing.importedAt,
      funding: wordOn(told, now, settings.funding),
      moneySaidAt: it.funding?.saidAt ?? null,
      roomKnown: capacityAt(capacity, now, settings.capacity).state !== 'unknown',
      signals,
      looksPerWeek: looks.get(listing.id) ?? 0,
      pointingsPerWeek: pointings.get(listing.id) ?? 0,
      askable: askableOf(people.get(listing.id) ?? [], letters, shut),
      canRing: listing.phone !== undefined || listing.contacts.some(({ phone }) => phone !== undefined),
      ladder: ladders.get(listing.id) ?? null,
      restsUntil: restsUntil(it, now, settings),
    }
  })
  return {
    reviewed,
    known: new Map(all.map((it) => [it.listing.id, it])),
    somebodies,
    reach: (listing) => (people.get(listing) ?? []).filter(({ key }) => !shut.has(key)),
  }
}
