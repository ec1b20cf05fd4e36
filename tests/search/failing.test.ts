/** Which failure of a search server is news, minute by minute. */
import { expect, it } from 'vitest'
import { afterQuestion, type Failing } from '../../src/search/failing.ts'
import type { FailureKind } from '../../src/search/failure.ts'

/** "slow@3": it failed so in minute 3; "well@4": it answered a search. */
const state = (story: string) =>
  story
    .split(' ')
    .filter((line) => line !== '')
    .reduce<Failing | null>((failing, line) => {
      const [what = '', minute] = line.split('@')
      return afterQuestion(failing, Number(minute) * 60_000, what === 'well' ? null : (what as FailureKind))
    }, null)

const STORIES: [story: string, since: number | null, isOver: boolean | null, note: string][] = [
  ['', null, null, 'at the beginning'],
  ['well@1', null, null, 'nothing was wrong'],
  ['slow@1', 1, false, 'the first'],
  ['slow@1 broken@2', 1, false, 'the next is no news'],
  ['slow@1 slow@500', 1, false, 'however much later, while it answers nothing'],
  ['slow@1 well@2', 1, true, 'it answered, but not for long'],
  ['slow@1 well@2 slow@3', 1, false, 'every second one'],
  ['slow@1 well@5 slow@10 well@19.9 slow@30', 1, false, 'never well for ten minutes'],
  ['slow@1 well@11', null, null, 'well ten minutes later'],
  ['slow@1 well@11 slow@12', 12, false, 'and then it is news'],
]

it.each(STORIES)('%j: since %j, over: %j (%s)', (story, since, isOver) => {
  const failing = state(story)
  expect([failing === null ? null : failing.since / 60_000, failing?.isOver ?? null]).toEqual([since, isOver])
})
