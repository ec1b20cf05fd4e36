/** Names of places as people type them: one folded form to look them up by, and how many slips lie between two. */

/** "St. Mary's" and "saint marys" are one name: small letters, no accents, no punctuation, "st" for "saint". */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bsaint\b/g, 'st')
}

/** Slips allowed in a folded name of so many letters: none in short ones, where each slip makes another place. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/**
 * Letters added, left out, changed or swapped with their neighbour between two words, or `limit` + 1 as soon as it is
 * sure that there are more (optimal string alignment).
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let slips = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1)
      line.push(slips)
    }
    if (Math.min(...line) > limit) return limit + 1
    before = above
    above = line
  }
  return above[b.length] ?? 0
}
