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

  test('near half of them are held out', () => {
    const share = judged.filter(({ heldOut }) => heldOut).length / judged.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })
})
