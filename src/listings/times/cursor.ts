/** A place in a row of tokens, that a grammar moves along and may move back. */
import type { Part, Token, WrittenTime } from './lexicon.ts'

type Kind = Token['is']
export type Cursor = ReturnType<typeof cursorOver>

export function cursorOver(tokens: readonly Token[]) {
  let at = 0
  const sees = (...kinds: Kind[]) => tokens[at] !== undefined && kinds.includes(tokens[at]?.is as Kind)
  const take = (kind: Kind) => sees(kind) && (at += 1) > 0
  /** The next token where it is of this kind. */
  function next<K extends Kind>(kind: K): Extract<Token, { is: K }> | null {
    const token = tokens[at]
    if (token?.is !== kind) return null
    at += 1
    return token as Extract<Token, { is: K }>
  }
  return {
    sees,
    take,
    done: () => at >= tokens.length,
    mark: () => at,
    back(to: number): void {
      at = to
    },
    /** Passes any number of such tokens; true where there was one. */
    skip(...kinds: Kind[]): boolean {
      const from = at
      while (sees(...kinds)) at += 1
      return at > from
    },
    skipOne: (...kinds: Kind[]) => sees(...kinds) && (at += 1) > 0,
    /** Passes these tokens in this order, all or none. */
    takeAll(...kinds: Kind[]): boolean {
      const fits = kinds.every((kind, n) => tokens[at + n]?.is === kind)
      if (fits) at += kinds.length
      return fits
    },
    /** True where one of the kinds stands behind the token here, which is a `kind`. */
    looksPast: (kind: Kind, ...kinds: Kind[]) =>
      tokens[at]?.is === kind && kinds.includes(tokens[at + 1]?.is as Kind),
    days: (): number[] | null => next('day')?.days ?? null,
    nth: (): number | null => next('nth')?.nth ?? null,
    part: (): Part | null => next('part')?.part ?? null,
    time: (): WrittenTime | null => next('time')?.time ?? null,
  }
}
