/** Whether an index holds what the store has, every listing: `npm run sync -- --check`. Nothing is changed by it. */
import { everything, type ChangeFeed } from './change-feed.ts'
import type { SearchEngine } from './engine.ts'
import type { DocumentRules } from './make-document.ts'

export type IndexCheck = {
  /** Listings that should be found, and those that the index holds. */
  expected: number
  indexed: number
  /** Ids: not in the index, in it although they should not be, in it with other content than the store's. */
  missing: string[]
  leftOver: string[]
  different: string[]
  /** Why the index is none of ours; null: it is. */
  why: string | null
  same: boolean
}

/** How often an index is compared with a store that goes on changing. */
const CHECKS = 3
/** Longer than a follower takes to look again. Milliseconds. */
const CHECK_MS = 1500

type Checked = Pick<SearchEngine, 'applied' | 'prints' | 'printsOf' | 'health'>

/** Compared again where the store or the index moved meanwhile, up to CHECKS times. */
export async function checkIndex(
  feed: ChangeFeed,
  engine: Checked,
  rules: DocumentRules,
): Promise<IndexCheck> {
  for (let left = CHECKS; ; left--) {
    const before = [await feed.lastChange(), await engine.applied()]
    const found = await compare(feed, engine, rules)
    const after = [await feed.lastChange(), await engine.applied()]
    // What changed while it was compared is no difference, nor what is just being followed.
    const still = String(before) === String(after) && after[0] === after[1]
    if (found.same || left <= 1 || still) return found
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS))
  }
}

async function compare(feed: ChangeFeed, engine: Checked, rules: DocumentRules): Promise<IndexCheck> {
  const held = await engine.prints()
  const indexed = held.size
  const [missing, different]: [string[], string[]] = [[], []]
  let expected = 0
  for await (const documents of everything(feed, rules))
    for (const [id, print] of engine.printsOf(documents)) {
      expected++
      const there = held.get(id)
      if (there === undefined) missing.push(id)
      else if (there !== print) different.push(id)
      held.delete(id)
    }
  const leftOver = [...held.keys()]
  const { why } = await engine.health()
  const same = why === null && [missing, leftOver, different].every((ids) => ids.length === 0)
  return { expected, indexed, missing, leftOver, different, why, same }
}
