/** A form filled in by the question part of an address: a link in a letter may carry an answer, which only fills it in. */
import type { Sent } from './sent.ts'

type Filled = Pick<Sent, 'text'>

export const EMPTY: Filled = { text: () => '' }

export function filledBy(params: URLSearchParams): Filled {
  return { text: (name) => (params.get(name) ?? '').slice(0, 200).trim() }
}
