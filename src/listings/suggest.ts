/**
 * Guesses from the taxonomy's own cues what a row is, for files that do not say: precise rather than many, because
 * whoever reads a directory that says "counselling" expects counselling. Guesses are claims of the lowest rank.
 */
import { eachWord, plainWords } from './plain-words.ts'
import { LISTS, type List, type TaxonomyIndex, type Term } from './taxonomy.ts'

/** Ids by the listing's field they belong to; name before description, then in the order of the text. */
export type Suggested = {
  needs: string[]
  kinds: string[]
  communities: string[]
  conditions: string[]
  access: string[]
  languages: string[]
}

/** Words either side of a cue within which a `not` word forbids it: a short clause. */
const NEAR_WORDS = 4
/** Words before a cue, in the same clause, within which a "no" forbids it: "does not offer any debt advice". */
const NEGATED_WORDS = 4
/** More of one list than this and the text mentions everything and is about nothing: the first ones stay. */
const MOST_OF_A_LIST = 8

const NEGATIONS = new Set(
  'no not cannot cant dont doesnt isnt arent wont without except excluding unless unable nid dim heb'.split(
    ' ',
  ),
)

type Entry = { field: keyof Suggested; term: Term; needs: readonly string[] }
/** A tree of words; what ends at a node is a cue or a `not` phrase of these terms. */
type Node = { next: Map<string, Node> | null; cues: number[] | null; nots: number[] | null }

export type Suggester = (name: string, description: string) => Suggested

const FIELDS: { [L in List]: keyof Suggested } = {
  needs: 'needs',
  kinds: 'kinds',
  audiences: 'communities',
  conditions: 'conditions',
  access: 'access',
  languages: 'languages',
}

const emptyNode = (): Node => ({ next: null, cues: null, nots: null })

function nodeOf(root: Node, phrase: string): Node {
  let node = root
  for (const word of plainWords(phrase)) {
    node.next ??= new Map()
    let next = node.next.get(word)
    if (!next) node.next.set(word, (next = emptyNode()))
    node = next
  }
  return node
}

function grow(index: TaxonomyIndex): { root: Node; entries: Entry[] } {
  const root = emptyNode()
  const entries: Entry[] = []
  for (const list of LISTS)
    for (const term of index.lists[list]) {
      if (term.cues.length === 0) continue
      const at = entries.push({ field: FIELDS[list], term, needs: term.needs }) - 1
      for (const cue of term.cues) (nodeOf(root, cue).cues ??= []).push(at)
      for (const not of term.not) (nodeOf(root, not).nots ??= []).push(at)
    }
  return { root, entries }
}

/** Where phrases stand in the text: term, first word and word after the last, flat in threes. */
type Sightings = { cues: number[]; nots: number[] }

/** The words of name and description, "" at each break between two things said. */
function wordsAndBreaks(name: string, description: string): string[] {
  const words: string[] = []
  const onWord = (word: string): void => void words.push(word)
  const onBreak = (): void => void words.push('')
  eachWord(name, onWord, onBreak)
  onBreak()
  eachWord(description, onWord, onBreak)
  return words
}

function see(root: Node, words: string[]): Sightings {
  const cues: number[] = []
  const nots: number[] = []
  for (let start = 0; start < words.length; start++) {
    let node: Node | undefined = root
    for (let i = start; i < words.length; i++) {
      node = node.next?.get(words[i] ?? '')
      if (node === undefined) break
      if (node.cues) for (const at of node.cues) cues.push(at, start, i + 1)
      if (node.nots) for (const at of node.nots) nots.push(at, start, i + 1)
    }
  }
  return { cues, nots }
}

function isNegated(words: string[], start: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - NEGATED_WORDS; i--) {
    const word = words[i] ?? ''
    if (word === '') return false
    if (NEGATIONS.has(word)) return true
  }
  return false
}

function isForbidden(nots: number[], at: number, start: number, end: number): boolean {
  for (let i = 0; i < nots.length; i += 3)
    if (nots[i] === at && (nots[i + 1] ?? 0) < end + NEAR_WORDS && (nots[i + 2] ?? 0) > start - NEAR_WORDS)
      return true
  return false
}

function add(ids: string[], id: string): void {
  if (ids.length < MOST_OF_A_LIST && !ids.includes(id)) ids.push(id)
}

/** Builds the tree once; the suggester then takes a few microseconds a row. */
export function makeSuggester(index: TaxonomyIndex): Suggester {
  const { root, entries } = grow(index)
  return (name, description) => {
    const words = wordsAndBreaks(name, description)
    const { cues, nots } = see(root, words)
    const found: Suggested = {
      needs: [],
      kinds: [],
      communities: [],
      conditions: [],
      access: [],
      languages: [],
    }
    const brought: string[] = []
    for (let i = 0; i < cues.length; i += 3) {
      const at = cues[i] ?? 0
      const start = cues[i + 1] ?? 0
      const entry = entries[at]
      if (!entry || isForbidden(nots, at, start, cues[i + 2] ?? 0) || isNegated(words, start)) continue
      add(found[entry.field], entry.term.id)
      brought.push(...entry.needs)
    }
    for (const need of brought) add(found.needs, need)
    return found
  }
}

/** For one question; whoever has many rows keeps a suggester. */
export const suggest = (index: TaxonomyIndex, name: string, description: string): Suggested =>
  makeSuggester(index)(name, description)
