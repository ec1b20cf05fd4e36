/** When a search server is left alone, second by second. */
import { describe, expect, it } from 'vitest'
import { after, CLOSED, isDue, LONGEST_REST_MS, recent } from '../../src/search/breaker.ts'
import type { FailureKind } from '../../src/search/failure.ts'

/** "slow@3": it failed so in second 3; "busy+20@3" with Retry-After: 20; "proved@3". */
function told(line: string) {
  const [what = '', second = ''] = line.split('@')
  const [why = '', retry] = what.split('+')
  const at = Number(second) * 1000
  const retryAfterMs = retry === undefined ? null : Number(retry) * 1000
  return why === 'proved'
    ? { at, is: 'proved' as const }
    : { at, is: 'failed' as const, why: why as FailureKind, retryAfterMs }
}

const state = (story: string) =>
  story === '' ? CLOSED : story.split(' ').reduce((breaker, line) => after(breaker, told(line)), CLOSED)

const REST: [story: string, until: number | null, note: string][] = [
  ['', null, 'at the beginning'],
  ['slow@1', null, 'a hiccup'],
  ['slow@1 slow@2 broken@3 slow@4', null, 'four within half a minute'],
  ['slow@1 slow@2 broken@3 slow@4 nonsense@5', 15, 'five of any kind'],
  ['slow@1 slow@10 slow@20 slow@30 slow@31', null, 'the first is half a minute old'],
  ['slow@1 slow@10 slow@20 slow@30 slow@30.9', 40.9, 'five within half a minute'],
  ['refused@1', 11, 'nobody is there'],
  ['key@1', 11, 'our key was revoked'],
  ['busy@1', null, 'busy, and no word of when'],
  ['busy+20@1', 21, 'it asks for 20 seconds'],
  ['busy+2@1', 3, 'it asks for less than we would leave it'],
  ['busy+0@1', null, 'asks for nothing'],
  ['busy+999999@1', 1 + LONGEST_REST_MS / 1000, 'a wrong number does not keep it out all day'],
  ['refused@1 slow@2', 11, 'a late failure of a question under way changes nothing'],
  ['refused@1 busy+60@2', 62, 'but a wish for a longer rest does'],
  ['refused@1 proved@5', 11, 'not tried before it is due'],
  ['refused@1 proved@11', null, 'tried, and it answered'],
  ['refused@1 refused@11', 21, 'tried, and still ill'],
  ['refused@1 slow@11 proved@21', null, 'well at the second try'],
  ['refused@1 proved@11 slow@12', null, 'what was is forgotten when it is well'],
]

describe('a server that fails is left alone', () => {
  it.each(REST)('%j: until second %j (%s)', (story, until) => {
    const breaker = state(story)
    expect(breaker.is === 'open' ? breaker.until / 1000 : null).toBe(until)
  })

  it('and is tried again when its time has come', () => {
    const breaker = state('refused@1')
    expect([5, 10.999, 11, 60].map((second) => isDue(breaker, second * 1000))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(isDue(CLOSED, 0)).toBe(true)
  })

  it('says how often it failed lately while it is still asked', () => {
    const breaker = state('slow@1 broken@20')
    expect([21, 31, 51].map((second) => recent(breaker, second * 1000).length)).toEqual([2, 1, 0])
    expect(recent(state('refused@1'), 2000)).toEqual([])
  })
})
