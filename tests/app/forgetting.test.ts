import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetting } from '../../src/app/forgetting.ts'
import { KEEP_MS, PageCache } from '../../src/app/page-cache.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('forgets by itself, and begins anew with what is said again', () => {
  const memory = forgetting<number>(1000, 10)
  memory.set('tea', 1)
  vi.advanceTimersByTime(600)
  memory.set('tea', 2)
  vi.advanceTimersByTime(600)
  expect(memory.get('tea')).toBe(2)
  vi.advanceTimersByTime(400)
  expect(memory.get('tea')).toBeUndefined()
})

it('holds so many, the oldest go first', () => {
  const memory = forgetting<number>(1000, 2)
  for (const [i, key] of ['a', 'b', 'c'].entries()) memory.set(key, i)
  expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([undefined, 1, 2])
})

it('a kept page goes when its second is over, though nobody asks', async () => {
  // A clock that stands still: only the timer can take the page away.
  const cache = new PageCache(() => 0)
  await cache.make('/search?what=tea', async () => ({
    status: 200,
    headers: {},
    body: Buffer.from('x'),
    keepFor: KEEP_MS,
  }))
  expect(cache.get('/search?what=tea')).not.toBeNull()
  vi.advanceTimersByTime(KEEP_MS)
  expect(cache.get('/search?what=tea')).toBeNull()
})
