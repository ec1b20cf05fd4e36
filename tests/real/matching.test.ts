/** The matching of real rows, against what somebody who looked at them says: tuned on one half, measured on the other. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMatching } from '../../src/app/read-matching.ts'
import { inRoot } from '../../src/app/root.ts'
import { compare, type Compared, type Side } from '../../src/imports/matching/compare.ts'
import { withoutShared } from '../../src/imports/matching/side.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../real-data.ts'
import { FILES } from './labels/labelled-rows.ts'

const DATA = realData()
if (DATA === null) console.log(`tests/real/matching.test.ts skipped: ${HOW_TO_HAVE_REAL_DATA}`)

type Labels = { pairs: { a: string; b: string; same: [number, number][]; different: [number, number][] }[] }
type Pair = { id: string; a: Side; b: Side; label: 'same' | 'different' }
const matching = readMatching()

function pairs(folder: string): Pair[] {
  const labels = JSON.parse(readFileSync(inRoot('tests/real/labels/matches.json'), 'utf8')) as Labels
  const files = new Map<string, Side[]>()
  const rowsOf = (file: string): Side[] => {
    const read = files.get(file) ?? FILES[file]?.(folder) ?? []
    files.set(file, read)
    return read
  }
  return labels.pairs.flatMap(({ a, b, same, different }) =>
    (['same', 'different'] as const).flatMap((label) =>
      (label === 'same' ? same : different).map(([i, j]) => {
        const [one, other] = [rowsOf(a)[i - 1], rowsOf(b)[j - 1]]
        if (one === undefined || other === undefined) throw new Error(`There is no ${a} ${i} or ${b} ${j}.`)
        const shared = sharedIn([rowsOf(a), rowsOf(b)])
        return {
          id: `${a} ${i} ${b} ${j}`,
          a: withoutShared(one, shared),
          b: withoutShared(other, shared),
          label,
        }
      }),
    ),
  )
}

const counted = new WeakMap<Side[], Map<string, number>>()
/** A telephone or host that many rows of one file have tells nobody apart: the importer leaves it out likewise. */
function sharedIn(files: Side[][]): (kind: 'phone' | 'host', value: string) => boolean {
  const counts = files.map((rows) => {
    const before = counted.get(rows)
    if (before) return before
    const count = new Map<string, number>()
    for (const { phones, hosts } of rows)
      for (const key of [...phones, ...hosts]) count.set(key, (count.get(key) ?? 0) + 1)
    counted.set(rows, count)
    return count
  })
  return (_kind, value) => counts.some((count) => (count.get(value) ?? 0) > matching.limits.shared)
}

/** By chance, but always alike. */
const isHeldOut = ({ id }: Pair): boolean => parseInt(hash('sha1', id).slice(0, 2), 16) % 2 === 1

type Figures = {
  pairs: number
  same: number
  precision: number
  recall: number
  asked: number
  askedOfSame: number
}
function measure(all: readonly Pair[]): { figures: Figures; wrong: string[]; missed: string[] } {
  const judged = all.map((pair) => ({ pair, found: compare(pair.a, pair.b, matching) }))
  const of = (label: Pair['label'], is: Compared['is']) =>
    judged.filter(({ pair, found }) => pair.label === label && found.is === is)
  const [right, wrong] = [of('same', 'same'), of('different', 'same')]
  const same = all.filter(({ label }) => label === 'same').length
  const asked = [...of('same', 'ask'), ...of('different', 'ask')]
  const say = ({ pair, found }: (typeof judged)[number]) => `${pair.id}: ${found.is} ${found.score}`
  return {
    figures: {
      pairs: all.length,
      same,
      precision: right.length / (right.length + wrong.length),
      recall: right.length / same,
      asked: asked.length / all.length,
      askedOfSame: of('same', 'ask').length / same,
    },
    wrong: wrong.map(say),
    missed: [...of('same', 'ask'), ...of('same', 'different')].map(say),
  }
}
const share = (figure: number): string => figure.toFixed(3)
const said = (name: string, { pairs: n, same, precision, recall, asked, askedOfSame }: Figures): string =>
  `${name}: ${n} pairs, ${same} of them the same; made one: precision ${share(precision)}, recall ${share(recall)}; ` +
  `asked: ${share(asked)} of all, ${share(askedOfSame)} of the same`

describe.skipIf(DATA === null)('pairs of real rows', () => {
  const all = DATA === null ? [] : pairs(DATA)
  const [tuned, held] = [all.filter((pair) => !isHeldOut(pair)), all.filter(isHeldOut)]

  test('are 300 at least, each once, and both halves hold both kinds', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(300)
    for (const half of [tuned, held])
      for (const label of ['same', 'different'] as const)
        expect(half.filter((pair) => pair.label === label).length).toBeGreaterThan(60)
  })

  test('that were held out: precision 0.99 and recall 0.85', () => {
    const { figures, wrong } = measure(held)
    console.log(`${said('tuned on', measure(tuned).figures)}\n${said('held out', figures)}`)
    if (process.env.MATCHING_SHOW) console.log(measure(tuned))
    expect(wrong).toEqual([])
    expect(figures.precision).toBeGreaterThanOrEqual(0.99)
    expect(figures.recall).toBeGreaterThanOrEqual(0.85)
  })

  test('can fail: a rule that goes by the postcode alone, or by the name alone, is found out', () => {
    const judge = (same: (pair: Pair) => boolean) => {
      const made = held.filter(same)
      return made.filter(({ label }) => label === 'same').length / made.length
    }
    expect(judge(({ a, b }) => a.postcodes.some((one) => b.postcodes.includes(one)))).toBeLessThan(0.9)
    expect(judge(({ a, b }) => a.names[0]?.toLowerCase() === b.names[0]?.toLowerCase())).toBeLessThan(0.99)
  })
})
