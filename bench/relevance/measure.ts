/** How good an order of listings is, by what people judged. Pure. */
import type { Grade } from './judged.ts'

/** Results looked at for nDCG, and those in which something useful has to be. */
export const LOOKED_AT = 10
const FIRST = 5
const USEFUL = 2

const gain = (grade: number): number => 2 ** grade - 1
/** `rank` from 0: the first counts in full, the second 0.63, the third half. */
const discounted = (grade: number, rank: number): number => gain(grade) / Math.log2(rank + 2)

const sum = (grades: readonly number[]): number =>
  grades.slice(0, LOOKED_AT).reduce<number>((all, grade, rank) => all + discounted(grade, rank), 0)

/** nDCG@10: what came, in its order, against all that was judged in the best order there is. 0 to 1. */
export function ndcg(slugs: readonly string[], grades: ReadonlyMap<string, Grade>): number {
  const best = sum([...grades.values()].toSorted((a, b) => b - a))
  return best === 0 ? 0 : sum(slugs.map((slug) => grades.get(slug) ?? 0)) / best
}

/**
 * Nothing that would help among the first five. Where the directory has nothing that would help, the best there is
 * counts: a question about what nobody offers can be answered no better.
 */
export function nothingUseful(slugs: readonly string[], grades: ReadonlyMap<string, Grade>): boolean {
  const useful = Math.min(USEFUL, Math.max(...grades.values()))
  return !slugs.slice(0, FIRST).some((slug) => (grades.get(slug) ?? 0) >= useful)
}
