/** Whom to ring next in somebody's area, with why, and who is just ringing whom. */
import { reasonSaid } from '../../freshness/review/reason-said.ts'
import { may, targetOf } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { gather } from '../../reviews/gather.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { ringing } from '../../upkeep/ringer.ts'
import { ringOrder, type ToRing } from '../../workers/ring.ts'
import { trust } from '../find/result.ts'
import type { House } from '../house.ts'
import { phonesOf, type Phone } from './phones.ts'

/** A list nobody comes to the end of is none. */
export const SHOWN = 20
/** The order is worked out anew after so long: it reads the whole directory. Milliseconds. */
const ORDER_MS = 300_000

export type RingLine = {
  known: Known
  /** Numbers to ring, the hidden ones too: with whose they are. */
  phones: Phone[]
  why: string[]
  standing: { state: string }
  standingSaid: { main: string; detail: string }
  /** Who is ringing it now; null: nobody. `until`: an instant. */
  turn: { mine: boolean; until: string } | null
}

type Order = { at: number; until: number; order: Promise<{ line: ToRing; known: Known }[]> }
const kept = new WeakMap<House, Order>()

function orderOf(house: House): Order {
  const before = kept.get(house)
  if (before !== undefined && before.until > performance.now()) return before
  const now = house.now()
  const { store, assumptions, site } = house
  const settings = { capacity: site.capacity, funding: site.funding, terms: site.terms }
  const order = gather(store, now, assumptions, settings).then(({ reviewed, known }) =>
    ringOrder(reviewed, now, { assumptions, thresholds: site.freshness }).flatMap((line) => {
      const it = known.get(line.id)
      return it === undefined ? [] : [{ line, known: it }]
    }),
  )
  const made = { at: now.getTime(), until: performance.now() + ORDER_MS, order }
  kept.set(house, made)
  order.catch(() => kept.delete(house))
  return made
}

/** At most `shown`, most in need first. What somebody rang since the order was made is left out. */
export async function ringList(
  house: House,
  who: SignedIn | null,
  lang: Lang,
  shown = SHOWN,
): Promise<RingLine[]> {
  const worker = ringing(who)
  const { at, order } = orderOf(house)
  const theirs = (await order).filter(({ known }) => may(worker, 'confirm', targetOf(known.listing)) !== null)
  const turns = new Map((await house.store.workers.turns(house.now())).map((it) => [it.listing, it]))
  const lines: RingLine[] = []
  for (let from = 0; from < theirs.length && lines.length < shown; from += shown) {
    const batch = theirs.slice(from, from + shown)
    const fresh = new Map(
      (await house.store.listings(batch.map(({ line }) => line.id))).map((it) => [it.listing.id, it]),
    )
    const waiting = await waitingFor(house, [...fresh.keys()])
    for (const { line } of batch) {
      const known = fresh.get(line.id)
      if (known === undefined || waiting.has(line.id) || wasHeard(known, at)) continue
      lines.push(lineOf(house, who, line, known, turns.get(line.id), lang))
    }
  }
  const seen = lines.slice(0, shown)
  await noteReading(house, who, seen)
  return seen
}

/** A number that the public does not see is read here: that stands in the record, as on the listing's own page. */
async function noteReading(
  { store, now, newId }: House,
  who: SignedIn | null,
  lines: readonly RingLine[],
): Promise<void> {
  const read = lines.filter(({ phones }) => phones.some(({ hidden }) => hidden))
  if (who === null || read.length === 0) return
  const entry = { at: now().toISOString(), person: who.person, did: 'read-private', about: null }
  await store.act(async (act) => {
    for (const { known } of read) {
      const { id: listing, group } = known.listing
      const role = may(ringing(who), 'see-private', targetOf(known.listing))
      await act.audit({ ...entry, id: newId(), role, listing, group: group?.id ?? null })
    }
  })
}

/** Those about which the desk was told already. */
async function waitingFor({ store }: House, ids: readonly string[]): Promise<Set<string>> {
  const matters = await Promise.all(
    ids.map((listing) => store.matters.list({ state: 'open', kind: 'signal', listing })),
  )
  return new Set(matters.flat().flatMap(({ listing }) => listing ?? []))
}

/** Somebody said something of it since: they rang, or the group did. */
function wasHeard({ confirmation, signals, listing }: Known, since: number): boolean {
  const later = (at: string) => Date.parse(at) >= since
  return (
    listing.status === 'ended' ||
    (confirmation !== null && later(confirmation.at)) ||
    signals.some(({ kind, at }) => kind === 'rang-no-answer' && later(at))
  )
}

function lineOf(
  house: House,
  who: SignedIn | null,
  { why }: ToRing,
  known: Known,
  turn: { person: string; until: string } | undefined,
  lang: Lang,
): RingLine {
  const text = texts(lang)
  const now = house.now()
  const { standing, standingSaid } = trust(house, known, now, text)
  return {
    known,
    phones: phonesOf(known),
    why: why.map((it) => reasonSaid(it, now, text)),
    standing,
    standingSaid,
    turn: turn === undefined ? null : { mine: turn.person === who?.person, until: turn.until },
  }
}
