import { expect, test } from 'vitest'
import { generatedId } from '../../bench/generate.ts'
import { shortOf } from '../../src/search/meilisearch/short-id.ts'

test('two listings do not share a short name, however alike their ids are', () => {
  const ids = Array.from({ length: 200_000 }, (_, n) => generatedId(n))
  expect(new Set(ids.map(shortOf)).size).toBe(ids.length)
})

test.each(['', 'choir', 'caffi-cymraeg', '00000000-0000-4000-8000-000000000000', 'نادي', 'x'.repeat(300)])(
  '%j is a few letters and digits, the same ones each time',
  (id) => {
    expect(shortOf(id)).toMatch(/^[0-9a-z]{1,11}$/)
    expect(shortOf(id)).toBe(shortOf(id))
    expect(shortOf(`${id} `)).not.toBe(shortOf(id))
  },
)
