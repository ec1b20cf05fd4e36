/**
 * Where the words as typed find nothing, or too little: the steps of match.ts of the embedded engine. Words are spelt
 * otherwise, as Meilisearch's typo tolerance finds them in its listings, and at last some of the words must do. What comes
 * of it are listings by id: LOOKED_UP for each way of asking.
 */
import { bestPartly } from '../aptness.ts'
import { respelt } from '../widen.ts'
import { FAR_COMMONER, SHORT_OF_HITS, SLIP_AT_MOST, TIERS, wordWeight } from '../ranking.ts'
import { finds, type Asked, type Unit, type Word } from '../units.ts'
import type { Found } from './found.ts'
import { FIRST } from './narrow.ts'
import type { Fit } from './order.ts'
import { aptness, LOOKED_UP, planOf, whoHas, whoHasAll, type Near, type Plan } from './sets.ts'
import { OWN_TEXT } from './settings.ts'
import { MOST_AT_ONCE, oneOfListings } from './short-id.ts'
import { spellings } from './spellings.ts'
import { countOf, quote, type Text } from './text.ts'

/** Listings that were found, and how well each fits. */
export type Wider = { fits: ReadonlyMap<string, Fit>; widened: boolean }
/** Listings of one kind of match. */
type Part = { base: number; apt: Map<string, number> }

/** Looking one up costs as much as a word of the question itself. */
const NEIGHBOURS_COUNTED = 8
/** Units of a question of which every word may be spelt otherwise. */
const SHORT_QUESTION = 3
/** Listings looked at beside those found: more of them say that the words left are common ones. */
const MOST_LOOKED_AT = 2000

/** Nobody has all the words as typed: those that nobody has at all are spelt otherwise, then every word. */
export async function nearly(near: Near, { asked, units }: Text): Promise<Wider> {
  const [plain, vocabulary] = await Promise.all([planOf(near, asked), spellings(near, asked.words)])
  const unknown = new Set(plain.had.filter(({ having }) => having === 0).flatMap(({ unit }) => unit.words))
  const respelled = (choose: (word: Word) => boolean) =>
    planOf(near, respelt(asked, choose, vocabulary, near.phrases))
  const some = unknown.size > 0 ? await respelled((word) => unknown.has(word)) : plain
  const every = units.length <= SHORT_QUESTION ? [() => respelled(() => true)] : []
  for (const attempt of [async () => some, ...every]) {
    const plan = await attempt()
    const ids = await whoHasAll(near, plan)
    if (ids.size === 0) continue
    const [part, others] = await Promise.all([partOf(near, plan, TIERS.nearly, ids), partly(near, plan, ids)])
    return together([part, ...others], true)
  }
  const parts = await partly(near, some, new Set())
  return together(parts, parts.length > 0)
}

/** Something was found, but little: likely slips are spelt otherwise as well, and some of the words may do. */
export async function beside(near: Near, { asked, exact, joined }: Text): Promise<Wider> {
  const [plan, ids, having] = await Promise.all([
    planOf(near, asked),
    whoHas(near.send, [exact, ...joined]),
    ownCounts(near, asked),
  ])
  if (ids.size >= SHORT_OF_HITS) return together([await partOf(near, plan, TIERS.exact, ids)], false)
  const [part, nearby, others] = await Promise.all([
    partOf(near, plan, TIERS.exact, ids),
    slipped(near, asked, having, ids),
    partly(near, plan, ids),
  ])
  return together([part, ...nearby, ...others], false)
}

async function slipped(
  near: Near,
  asked: Asked,
  having: readonly number[],
  found: ReadonlySet<string>,
): Promise<Part[]> {
  const slips = await likelySlips(near, asked, having)
  if (slips === null) return []
  const plan = await planOf(near, slips)
  const ids = [...(await whoHasAll(near, plan))].filter((id) => !found.has(id))
  return [await partOf(near, plan, TIERS.nearly, new Set(ids))]
}

/** The first part that has a listing says how it fits. The best of them, as many as can be asked for at once. */
function together(parts: readonly Part[], widened: boolean): Wider {
  const fits = new Map<string, Fit>()
  for (const { base, apt } of parts)
    for (const [id, aptness] of [...apt].sort((a, b) => b[1] - a[1]))
      if (!fits.has(id) && fits.size < MOST_AT_ONCE) fits.set(id, { base, aptness })
  return { fits, widened }
}

async function partOf(near: Near, plan: Plan, base: number, ids: ReadonlySet<string>): Promise<Part> {
  const apt = aptness(plan.had, plan, near.phrases)
  return { base, apt: new Map((await factsOf(near, [...ids])).map((it) => [it.listing, apt(it)])) }
}

/** What aptness hangs on, of the first of these listings. */
async function factsOf({ send }: Near, ids: readonly string[]): Promise<Found[]> {
  const asked = ids.slice(0, MOST_AT_ONCE)
  if (asked.length === 0) return []
  const [answer] = await send([
    {
      filter: [FIRST, oneOfListings(asked)],
      attributesToRetrieve: ['listing', 'row', 'said'],
      hitsPerPage: asked.length,
    },
  ])
  return answer?.hits ?? []
}

/** Those who have some of the words, where too few have all. */
async function partly(near: Near, plan: Plan, found: ReadonlySet<string>): Promise<Part[]> {
  if (found.size >= SHORT_OF_HITS) return []
  const guessed = othersBy(plan, found, finds)
  // What is only guessed never crowds out what has some of the words.
  const isMany = found.size > 0 && guessed.most > MOST_LOOKED_AT
  const { units, ids, most } = isMany ? othersBy(plan, found, ({ weak }) => !weak) : guessed
  if (ids.size === 0 || (found.size > 0 && most > MOST_LOOKED_AT)) return []
  const apt = aptness(plan.had, plan, near.phrases)
  const [some, all] = await Promise.all([
    factsOf(near, byRareness(near, units, ids)),
    factsOf(near, [...found]),
  ])
  const scored = some.map((it) => ({ id: it.listing, aptness: apt(it) }))
  const best = all.reduce((most, it) => Math.max(most, apt(it)), 0)
  const least = bestPartly(
    Float64Array.from(scored, (it) => it.aptness),
    best,
    found.size,
  )
  const kept = scored.filter((it) => it.aptness >= least)
  return kept.length === 0
    ? []
    : [{ base: TIERS.some, apt: new Map(kept.map(({ id, aptness }) => [id, aptness])) }]
}

/** Who has one of these units, or what helps beside it, and is not found already; and how many those are about. */
function othersBy({ loose }: Plan, found: ReadonlySet<string>, by: (unit: Unit) => boolean) {
  const units = loose.filter(({ unit }) => by(unit))
  const ids = new Set(units.flatMap((it) => [...it.ids]).filter((id) => !found.has(id)))
  return {
    units,
    ids,
    most: Math.max(ids.size, ...units.map(({ having }) => (having > LOOKED_UP ? having : 0))),
  }
}

/** Those first that have the most of the rare units. */
function byRareness({ all }: Near, units: Plan['had'], ids: ReadonlySet<string>): string[] {
  const worth = new Map<string, number>()
  for (const { ids: having, having: count } of units)
    for (const id of having) if (ids.has(id)) worth.set(id, (worth.get(id) ?? 0) + wordWeight(count, all))
  return [...worth].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

/** How many have each word in their own text. */
async function ownCounts({ send }: Near, asked: Asked): Promise<number[]> {
  const counts = await send(asked.words.map(({ word }) => countOf(quote(word), OWN_TEXT)))
  return counts.map(({ totalHits }) => totalHits)
}

/** The question with its likely slips spelt otherwise; null: it has none. `having`: how many have each word. */
async function likelySlips(
  { send, phrases }: Near,
  asked: Asked,
  having: readonly number[],
): Promise<Asked | null> {
  const rare = asked.words.filter((_, i) => (having[i] ?? 0) <= SLIP_AT_MOST)
  if (rare.length === 0) return null
  const vocabulary = await spellings({ send, phrases }, rare)
  const others = rare.map(({ word }) =>
    vocabulary
      .near(word)
      .filter(({ slips }) => slips === 1)
      .slice(0, NEIGHBOURS_COUNTED),
  )
  const answers = await send(others.flat().map((other) => countOf(quote(other.word), OWN_TEXT)))
  let at = 0
  const slips = rare.filter((word, i) => {
    const has = having[asked.words.indexOf(word)] ?? 0
    const found = (others[i] ?? []).map(() => answers[at++]?.totalHits ?? 0)
    return found.some((count) => count >= FAR_COMMONER * Math.max(1, has))
  })
  return slips.length === 0 ? null : respelt(asked, (word) => slips.includes(word), vocabulary, phrases)
}
