/** The judged questions can be used: every listing named is there and can be found, and no question stands twice. */
import { describe, expect, test } from 'vitest'
import { readJudged } from '../../bench/relevance/judged.ts'
import { readDemo } from '../../src/app/demo/load.ts'
import { inRoot } from '../../src/app/root.ts'

const judged = readJudged(inRoot('tests', 'relevance', 'demo'))
const demos = readDemo().flatMap((group) => group.listings)
const findable = new Set(demos.filter(({ status }) => status === 'published').map(({ slug }) => slug))

describe('judged questions over the demonstration', () => {
  test('there are at least 200', () => {
    expect(judged.length).toBeGreaterThanOrEqual(200)
  })

  test('every listing named is one that can be found', () => {
    const unknown = judged.flatMap(({ what, grades }) =>
      [...grades.keys()].filter((slug) => !findable.has(slug)).map((slug) => `${what}: ${slug}`),
    )
    expect(unknown).toEqual([])
  })

  test('each asks for something that is there, and asks it once', () => {
    expect(judged.filter(({ grades }) => grades.size === 0).map(({ what }) => what)).toEqual([])
    const asked = judged.map(({ what, where }) => `${what} @ ${where}`)
    expect(asked.filter((it, i) => asked.indexOf(it) !== i)).toEqual([])
  })

  test('near half of those that were there while the search was tuned are held out', () => {
    const before = judged.filter(({ part }) => part !== 'afterwards')
    const share = before.filter(({ part }) => part === 'held-out').length / before.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })
})
