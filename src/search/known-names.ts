/** Names by which people know who runs a listing, though it is called otherwise: "Age Concern" of Age UK. Pure. */
import type { KnownName } from '../listings/taxonomy.ts'
import { wordsOf } from './words.ts'

const flat = (text: string): string => ` ${wordsOf(text).join(' ')} `

/** The names that belong to what `text` (a name and its group) is called, one a line; '' where there are none. */
export function makeKnownNames(names: readonly KnownName[]): (text: string) => string {
  const sets = names.map(({ called, also }) => ({
    called: called.map(flat),
    all: [...new Set([...called, ...also])],
  }))
  return (text) => {
    const said = flat(text)
    const found = sets.filter(({ called }) => called.some((name) => said.includes(name)))
    return found
      .flatMap(({ all }) => all)
      .filter((name) => !said.includes(flat(name)))
      .join('\n')
  }
}
