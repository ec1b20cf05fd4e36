/** When an index is built anew and when it is followed, and how much is taken at once. */
import { expect, it } from 'vitest'
import type { ChangeFeed } from '../../src/search/change-feed.ts'
import { follow, type Followed } from '../../src/search/sync.ts'
import { RULES } from './listings.ts'

/** An index that notes what is done to it; the store is `last` changes ahead of it. */
function noted(documents: number, takes = 0) {
  const done: string[] = []
  let applied = 0
  const sizes: number[] = []
  const engine: Followed = {
    applied: async () => applied,
    async apply(_documents, _gone, upTo) {
      await new Promise((resolve) => setTimeout(resolve, takes))
      done.push('apply')
      applied = upTo
    },
    async rebuild(batches, upTo) {
      for await (const _ of batches) done.push('read')
      done.push('rebuild')
      applied = upTo
    },
    prints: async () => new Map(),
    printsOf: () => new Map(),
    tidy: async () => undefined,
    health: async () => ({ ok: true, documents, applied, why: null }),
  }
  const from = (last: number): ChangeFeed => ({
    lastChange: async () => last,
    async changesSince(change, limit) {
      sizes.push(limit)
      const upTo = Math.min(last, change + limit)
      return { known: [], removed: [], upTo, more: upTo < last }
    },
  })
  return { done, sizes, engine, from }
}

it.each([
  ['far behind a small one: built anew', 5001, 100, true],
  ['as far behind a large one: followed', 5001, 6000, false],
  ['a little behind', 5000, 100, false],
])('an index that is %s', async (_, last, documents, anew) => {
  const { done, engine, from } = noted(documents)
  await follow(from(last), engine, RULES).catchUp(Infinity)
  expect(done.includes('rebuild')).toBe(anew)
})

it('takes fewer at once where a batch took long', async () => {
  const { sizes, engine, from } = noted(100, 5)
  await follow(from(400), engine, RULES, { longest: 1 }).catchUp(Infinity)
  expect(sizes.slice(0, 4)).toEqual([50, 25, 13, 7])
})
