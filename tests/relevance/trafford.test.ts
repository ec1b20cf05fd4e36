/** The judged questions over Trafford can be used: every listing named is there for the public, and every time the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readJudged } from '../../bench/relevance/judged.ts'
import { inRoot } from '../../src/app/root.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'
import { keyOf, openTrafford, type Trafford } from './trafford/directory.ts'

const DATA = realData()
if (DATA === null) console.log(`tests/relevance/trafford.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)

const judged = readJudged(inRoot('tests', 'relevance', 'trafford'))

// As many as were read before they were judged: another number means that they are to be judged again.
const LISTINGS = 484

describe('judged questions over Trafford', () => {
  test('there are at least 120, and none stands twice', () => {
    const asked = judged.map(({ what, where }) => `${what} @ ${where}`)
    expect(asked.length).toBeGreaterThanOrEqual(120)
    expect(asked.filter((it, i) => asked.indexOf(it) !== i)).toEqual([])
  })

  test('each asks for something that is there', () =>
    expect(judged.filter(({ grades }) => grades.size === 0).map(({ what }) => what)).toEqual([]))

  test('fifteen and more are in Welsh', () =>
    expect(judged.filter(({ theme }) => theme === 'welsh').length).toBeGreaterThanOrEqual(15))

  test('near half of those that were there while the search was tuned are held out', () => {
    const before = judged.filter(({ part }) => part !== 'afterwards')
    const share = before.filter(({ part }) => part === 'held-out').length / before.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })
})

describe.skipIf(DATA === null)('the directory they are judged over', () => {
  let trafford: Trafford
  beforeAll(async () => {
    trafford = await openTrafford(DATA ?? '')
  })
  afterAll(() => trafford.close())

  test('is the one that was read', () => expect(trafford.listings.length).toBe(LISTINGS))

  test('no two listings have one key, and every listing named is there', () => {
    const keys = trafford.listings.map(({ listing }) => keyOf(listing))
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    const known = new Set(keys)
    const unknown = judged.flatMap(({ what, grades }) =>
      [...grades.keys()].filter((key) => !known.has(key)).map((key) => `${what}: ${key}`),
    )
    expect(unknown).toEqual([])
  })
})
