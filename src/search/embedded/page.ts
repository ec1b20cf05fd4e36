/** The rows of one page in order, without sorting what nobody will look at. */

type Sorted = {
  /** Rows and their order keys, side by side. */
  rows: Int32Array
  keys: Float64Array
}

/** What parts rows of equal key: a number each, such as of the name; then the id. */
export type Ties = { first: (row: number) => number; idKey: Float64Array }

/** Pages that end before this row are picked with a short list; later ones are sorted. */
const SHORT_LIST = 400

/** Rows from `offset` on, at most `size`. */
export function pageOf({ rows, keys }: Sorted, offset: number, size: number, ties: Ties): number[] {
  const end = Math.min(offset + size, rows.length)
  if (offset >= end) return []
  const highest = smallest(keys, end)
  const lowest = offset === 0 ? -Infinity : smallest(keys, offset + 1)
  const { groups, below } = grouped({ rows, keys }, lowest, highest)
  return fromGroups(groups, below, offset, end, ties)
}

/**
 * The same where rows are sorted by one small number each and nothing else: what everybody sees who asks for nothing in
 * particular. `small`: by row, below 256.
 */
export function pageBySmall(
  rows: Int32Array,
  small: Uint8Array,
  offset: number,
  size: number,
  ties: Ties,
): number[] {
  const counts = new Uint32Array(256)
  for (let i = 0; i < rows.length; i++) {
    const key = small[rows[i] ?? 0] ?? 0
    counts[key] = (counts[key] ?? 0) + 1
  }
  const groups = new Map<number, number[]>()
  let below = 0
  let before = 0
  for (const [key, n] of counts.entries()) {
    if (n > 0 && before + n > offset && before < offset + size) groups.set(key, [])
    else if (before + n <= offset) below += n
    before += n
  }
  const wanted = Array.from(counts, (_, key) => groups.get(key))
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    wanted[small[row] ?? 0]?.push(row)
  }
  return fromGroups(groups, below, offset, Math.min(offset + size, before), ties)
}

/** `below`: how many rows come before all groups. */
function fromGroups(
  groups: Map<number, number[]>,
  below: number,
  offset: number,
  end: number,
  ties: Ties,
): number[] {
  const page: number[] = []
  let before = below
  for (const key of [...groups.keys()].sort((a, b) => a - b)) {
    const group = groups.get(key) ?? []
    const from = Math.max(0, offset - before)
    const to = Math.min(group.length, end - before)
    if (from < to) page.push(...ordered(group, to, ties).slice(from, to))
    before += group.length
  }
  return page
}

/** Rows by key, of those with a key between the two; and how many have a smaller one. */
function grouped(
  { rows, keys }: Sorted,
  lowest: number,
  highest: number,
): { groups: Map<number, number[]>; below: number } {
  const groups = new Map<number, number[]>()
  let below = 0
  let last = NaN
  let group: number[] = []
  for (let i = 0; i < rows.length; i++) {
    const key = keys[i] ?? 0
    if (key > highest) continue
    if (key < lowest) below++
    else {
      // Neighbours often share a key: looking it up again costs more than all the rest.
      if (key !== last) {
        group = groups.get(key) ?? []
        groups.set(key, group)
        last = key
      }
      group.push(rows[i] ?? 0)
    }
  }
  return { groups, below }
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
function ordered(group: number[], wanted: number, { first, idKey }: Ties): number[] {
  if (group.length === 1) return group
  const compare = (a: number, b: number) => first(a) - first(b) || (idKey[a] ?? 0) - (idKey[b] ?? 0) || a - b
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
