/** What Astro says of a page that failed holds nothing that somebody searched, typed, or had in a letter. */
import { expect, test } from 'vitest'
import { withoutPrivate } from '../../src/app/site-log.mjs'

test.each([
  ['GET /search?what=suicide failed', 'GET /search?… failed'],
  ['at /listing/the-refuge (file.mjs:1)', 'at /listing/… (file.mjs:1)'],
  ['at /cy/answer/aB-c_9 and /groups/invitation/xyz', 'at /cy/answer/… and /groups/invitation/…'],
  [
    'RangeError: "my own words" is not a day\n    at epochDay ("file.mjs":1)',
    'RangeError: "…" is not a day\n    at epochDay ("file.mjs":1)',
  ],
  ['no such person ann@example.org', 'no such person …@…'],
  [
    'TypeError: x is not a function\n    at a (file:///srv/dist/app.mjs:1:2)',
    'TypeError: x is not a function\n    at a (file:///srv/dist/app.mjs:1:2)',
  ],
])('%s', (said, logged) => {
  expect(withoutPrivate(said)).toBe(logged)
})
