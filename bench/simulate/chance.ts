/** Chance that can be had again: numbers from a seed, and numbers from a seed and what they are for. */

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * One number from 0 up to 1 for a seed, a purpose and two places: whoever asks first and however often. With it the
 * same person in the same week answers, or does not, whatever the policy did before.
 */
export function lot(seed: number, purpose: number, a: number, b: number): number {
  let mixed = seed | 0
  for (const part of [purpose, a, b]) {
    mixed = Math.imul(mixed ^ part, 0x9e3779b1)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x85ebca6b)
    mixed ^= mixed >>> 13
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** How long until something that happens so often a year, in days. */
export const waitDays = (aYear: number, die: () => number): number =>
  aYear === 0 ? Number.POSITIVE_INFINITY : (-Math.log(1 - die()) / aYear) * 365.25

export function normal(die: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - die())) * Math.cos(2 * Math.PI * die())
}

/** How many of something that happens `mean` times. */
export function poisson(mean: number, die: () => number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(die)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = die(); product > limit; product *= die()) count++
  return count
}

/** Gamma by Marsaglia and Tsang (2000); shape below 1 by their boost. */
function gamma(shape: number, die: () => number): number {
  if (shape < 1) return gamma(shape + 1, die) * (1 - die()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(die)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - die()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A share around `mean`; `weight`: how near to it they lie. */
export function beta(mean: number, weight: number, die: () => number): number {
  const [a, b] = [gamma(Math.max(0.01, mean * weight), die), gamma(Math.max(0.01, (1 - mean) * weight), die)]
  return a / (a + b)
}

/** One of several, by their shares. */
export function pick<T>(shares: readonly (readonly [T, number])[], die: () => number): T {
  let left = die() * shares.reduce((sum, [, share]) => sum + share, 0)
  for (const [it, share] of shares) if ((left -= share) < 0) return it
  const [last] = shares.at(-1) ?? []
  if (last === undefined) throw new Error('nothing to pick from')
  return last
}
