/** The rows of one page in order, without sorting what nobody will look at. */

export type Sorted = {
  /** Rows and their order keys, side by side. */
  rows: Int32Array
  keys: Float64Array
}

/** What parts rows of equal key: name, then id. */
export type Ties = { nameKey: Float64Array; idKey: Float64Array }

/** Pages that end before this row are picked with a short list; later ones are sorted. */
const SHORT_LIST = 400

/** Rows from `offset` on, at most `size`. */
export function pageOf({ rows, keys }: Sorted, offset: number, size: number, ties: Ties): number[] {
  const end = Math.min(offset + size, rows.length)
  if (offset >= end) return []
  const highest = smallest(keys, end)
  const lowest = offset === 0 ? -Infinity : smallest(keys, offset + 1)
  const groups = new Map<number, number[]>()
  let before = 0
  for (let i = 0; i < rows.length; i++) {
    const key = keys[i] ?? 0
    if (key < lowest) before++
    if (key < lowest || key > highest) continue
    const group = groups.get(key)
    if (group) group.push(rows[i] ?? 0)
    else groups.set(key, [rows[i] ?? 0])
  }
  const page: number[] = []
  for (const key of [...groups.keys()].sort((a, b) => a - b)) {
    const group = groups.get(key) ?? []
    const from = Math.max(0, offset - before)
    const to = Math.min(group.length, end - before)
    if (from < to) page.push(...ordered(group, to, ties).slice(from, to))
    before += group.length
  }
  return page
}

/** The n-th smallest key, n from 1. */
function smallest(keys: Float64Array, n: number): number {
  if (n > SHORT_LIST) return keys.toSorted()[n - 1] ?? Infinity
  const best = new Float64Array(n).fill(Infinity)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    if (key >= (best[n - 1] ?? 0)) continue
    let at = n - 1
    while (at > 0 && (best[at - 1] ?? 0) > key) best[at] = best[--at] ?? 0
    best[at] = key
  }
  return best[n - 1] ?? Infinity
}

/** The first `wanted` of rows that share a key, in order; what comes after them is in no order. */
function ordered(group: number[], wanted: number, { nameKey, idKey }: Ties): number[] {
  if (group.length === 1) return group
  const compare = (a: number, b: number) =>
    (nameKey[a] ?? 0) - (nameKey[b] ?? 0) || (idKey[a] ?? 0) - (idKey[b] ?? 0) || a - b
  if (wanted > SHORT_LIST || group.length <= SHORT_LIST) return group.sort(compare)
  const best: number[] = []
  for (const row of group) {
    if (best.length === wanted && compare(row, best[wanted - 1] ?? 0) >= 0) continue
    let at = best.length === wanted ? wanted - 1 : best.length
    while (at > 0 && compare(row, best[at - 1] ?? 0) < 0) at--
    best.splice(at, 0, row)
    if (best.length > wanted) best.pop()
  }
  return best
}
