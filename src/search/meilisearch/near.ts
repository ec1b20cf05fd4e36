/**
 * Where the words as typed find nothing, or too little: the steps of match.ts of the embedded engine. Words are spelt
 * otherwise, as Meilisearch's typo tolerance finds them in its listings, and at last some of the words must do. What comes
 * of it are listings by id: WINDOW for each way of asking.
 */
import { respelt } from '../embedded/widen.ts'
import type { Phrases } from '../phrases.ts'
import { FAR_COMMONER, SHORT_OF_HITS, SLIP_AT_MOST, TIERS } from '../ranking.ts'
import { formsOf, type Asked, type Word } from '../units.ts'
import type { Looked } from './order.ts'
import type { Send } from './send.ts'
import { LITERAL, OWN_TEXT } from './settings.ts'
import { spellings } from './spellings.ts'
import { countOf, quote, type Tally, type Text } from './text.ts'
import { planOf, waysOf, whoHas, type Plan } from './ways.ts'

/** Listings that were found, with what their place in the order hangs on. */
export type Wider = {
  ids: ReadonlySet<string>
  /** One way of asking that finds all of them, and maybe more of them than were looked up. */
  only: string | null
  looked: Looked
  widened: boolean
}
export type Near = { send: Send; phrases: Phrases }

/** Looking one up costs as much as a word of the question itself. */
const NEIGHBOURS_COUNTED = 8

/** Nobody has all the words as typed: those that nobody has at all are spelt otherwise, then every word. */
export async function nearly(near: Near, text: Text, tally: Tally): Promise<Wider> {
  const [plain, vocabulary] = await Promise.all([
    planOf(near, text.asked, tally),
    spellings(near, text.asked.words),
  ])
  const unknown = new Set(
    plain.units.filter((_, i) => plain.ways[i]?.length === 0).flatMap(({ words }) => words),
  )
  const respelled = (choose: (word: Word) => boolean) =>
    planOf(near, respelt(text.asked, choose, vocabulary, near.phrases), tally)
  const some = unknown.size > 0 ? await respelled((word) => unknown.has(word)) : plain
  const tries = [async () => some, () => respelled(() => true)]
  for (const attempt of tries) {
    const plan = await attempt()
    const ways = waysOf(plan.ways)
    const ids = await whoHas(near.send, ways)
    if (ids.size > 0) return wider(plan, ways, new Map([...ids].map((id) => [id, TIERS.nearly])))
  }
  return someOf(near, some)
}

const wider = (plan: Plan, ways: readonly string[], tiers: ReadonlyMap<string, number>): Wider => ({
  ids: new Set(tiers.keys()),
  only: ways.length === 1 ? (ways[0] ?? null) : null,
  looked: {
    words: plan.weighed,
    named: [],
    literal: null,
    tiers,
    otherwise: tiers.values().next().value ?? 0,
  },
  widened: true,
})

/** Something was found, but little: words far rarer than a neighbour of theirs are taken for slips as well. */
export async function withSlips(near: Near, text: Text, tally: Tally): Promise<Wider | null> {
  const { asked, exact, joined, literal } = text
  const together = joined.filter((_, i) => (tally.joined[i] ?? 0) > 0)
  const [some, literals] = await Promise.all([
    whoHas(near.send, [exact, ...together]),
    literal === null ? null : whoHas(near.send, [literal, ...together], LITERAL),
  ])
  const slips = some.size < SHORT_OF_HITS ? await likelySlips(near, asked, tally) : null
  if (together.length === 0 && slips === null) return null
  const plan = await planOf(near, asked, tally)
  const more = slips === null ? [] : await whoHas(near.send, waysOf((await planOf(near, slips, tally)).ways))
  const nearby = [...more].filter((id) => !some.has(id))
  const tiers = new Map(nearby.map((id) => [id, TIERS.nearly]))
  const looked = {
    words: plan.weighed,
    named: asked.words.map(formsOf),
    literal: literals,
    tiers,
    otherwise: null,
  }
  return { ids: new Set([...some, ...nearby]), only: null, looked, widened: false }
}

/** The question with its likely slips spelt otherwise; null: it has none. */
async function likelySlips({ send, phrases }: Near, asked: Asked, tally: Tally): Promise<Asked | null> {
  const rare = asked.words.filter((_, i) => (tally.having[i] ?? 0) <= SLIP_AT_MOST)
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
    const has = tally.having[asked.words.indexOf(word)] ?? 0
    const counts = (others[i] ?? []).map(() => answers[at++]?.totalHits ?? 0)
    return counts.some((count) => count >= FAR_COMMONER * Math.max(1, has))
  })
  return slips.length === 0 ? null : respelt(asked, (word) => slips.includes(word), vocabulary, phrases)
}

/** Those who have most of the words, and while that is too few, those who have one fewer. */
async function someOf({ send }: Near, plan: Plan): Promise<Wider> {
  const all = plan.ways.length
  const some = plan.ways.filter((ways) => ways.length > 0)
  const tiers = new Map<string, number>()
  let asked: string[] = []
  for (let has = Math.min(all - 1, some.length); has > 0 && tiers.size < SHORT_OF_HITS; has--) {
    const ways = subsets(some, has).flatMap(waysOf)
    const ids = await whoHas(send, ways)
    for (const id of ids) if (!tiers.has(id)) tiers.set(id, TIERS.some + all - has)
    asked = [...asked, ...ways]
  }
  return { ...wider(plan, asked, tiers), widened: tiers.size > 0 }
}

function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return all.flatMap((one, i) => subsets(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]))
}
