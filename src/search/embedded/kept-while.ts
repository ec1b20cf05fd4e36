/** Answers that hold for a while are worked out once. */
import type { Bits } from './bits.ts'

type Kept<T> = { get(at: number): T; forget(): void; kept(): T | null }

/** Kept while the key of the instant stays the same. */
export function keptFor<T>(keyOf: (at: number) => number, make: (at: number) => T): Kept<T> {
  let kept: { key: number; value: T } | null = null
  return {
    get(at) {
      const key = keyOf(at)
      if (kept?.key !== key) kept = { key, value: make(at) }
      return kept.value
    },
    forget: () => void (kept = null),
    kept: () => kept?.value ?? null,
  }
}

/** A set and the span of instants in which it stays as it is: from `from`, before `until`. */
export type Lasting = { bits: Bits; from: number; until: number }

/** Kept while the instant lies within the span that the set is good for. */
export function keptWhile(make: (at: number) => Lasting): Kept<Bits> {
  let kept: Lasting | null = null
  return {
    get(at) {
      if (!kept || at < kept.from || at >= kept.until) kept = make(at)
      return kept.bits
    },
    forget: () => void (kept = null),
    kept: () => kept?.bits ?? null,
  }
}
