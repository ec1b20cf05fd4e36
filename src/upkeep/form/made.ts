/** Kinds made of kinds: the parts of a field, and lists of them. */
import { isBlank, itemsOf, partOf, type Drawn, type Keyed, type Kind } from './kind.ts'
import type { Input, Posted } from './words.ts'

type Parts = { readonly [key: string]: Kind }

/**
 * Named parts. Where nothing but `silent` parts is said there is no value at all; what stood there beside the parts
 * that are shown stays.
 */
export const parts = (of: Parts, { silent = [] }: { silent?: readonly string[] } = {}): Kind => ({
  write: (name, value, around) =>
    Object.assign(
      {},
      ...Object.entries(of).map(([key, kind]) => kind.write(`${name}.${key}`, partOf(value, key), around)),
    ),
  read: (name, words, was, around, wrong) => {
    const said: Keyed = {}
    for (const [key, kind] of Object.entries(of)) {
      const value = kind.read(`${name}.${key}`, words, partOf(was, key), around, wrong)
      if (value !== undefined) said[key] = value
    }
    const blank = Object.entries(said).every(([key, value]) => silent.includes(key) || isBlank(value))
    const shown = Object.keys(of)
    const beside = Object.entries((was ?? {}) as Keyed).filter(([key]) => !shown.includes(key))
    if (blank && beside.length === 0) return isBlank(was) ? was : undefined
    return blank ? undefined : { ...Object.fromEntries(beside), ...said }
  },
  inputs: (name, was, drawn) =>
    Object.entries(of).flatMap(([key, kind]) => kind.inputs(`${name}.${key}`, partOf(was, key), drawn)),
})

/** Most items a form is asked about: the schema's own limits are lower or equal. */
const ITEMS_MAX = 60

type Listed = {
  /** An input that every item posts. */
  probe: string
  /** What an item says, for its fold. */
  said: (item: unknown, drawn: Drawn) => string | null
  max?: number
  /** The empty item stands open where there is no other: most listings need one. */
  first?: boolean
}

/**
 * A list, each item folded under what it says, and an empty one to add to. An item goes by its tick or by being
 * emptied.
 */
export const list = (of: Kind, { probe, said, max = ITEMS_MAX, first = false }: Listed): Kind => ({
  write: (name, value, around): Posted => {
    const items = [...itemsOf(value), undefined].slice(0, max)
    return Object.assign({}, ...items.map((item, at) => of.write(`${name}.${at}`, item, around)))
  },
  read: (name, words, was, around, wrong) => {
    const before = itemsOf(was)
    const items: unknown[] = []
    // One more than may be: the schema says so, instead of an item that is lost without a word.
    for (let at = 0; at <= max; at++) {
      const item = `${name}.${at}`
      if (!words.has(`${item}.${probe}`) || words.has(`${item}.gone`)) continue
      const value = of.read(item, words, before[at], around, wrong)
      if (value !== undefined) items.push(value)
    }
    return items
  },
  inputs: (name, was, drawn) => {
    const before = itemsOf(was)
    const typed = Array.from({ length: max }, (_, at) => at).filter(
      (at) =>
        drawn.words.has(`${name}.${at}.${probe}`) &&
        of.read(`${name}.${at}`, drawn.words, undefined, drawn, () => undefined) !== undefined,
    )
    const count = Math.max(before.length, (typed.at(-1) ?? -1) + 1)
    return Array.from({ length: Math.min(count + 1, max) }, (_, at) => {
      const item = `${name}.${at}`
      const fresh = at >= before.length
      const gone: Input[] = fresh ? [] : [{ is: 'tick', name: `${item}.gone` }]
      const open = fresh && (typed.includes(at) || (first && count === 0))
      const inputs = [...of.inputs(item, before[at], drawn), ...gone]
      return {
        is: 'group',
        name: item,
        said: fresh ? null : said(before[at], drawn),
        folded: true,
        open,
        inputs,
      }
    })
  },
})

/** Drawn folded away under its own words: most people leave it alone. */
export const folded = (kind: Kind): Kind => ({
  ...kind,
  inputs: (name, was, drawn) => [
    { is: 'group', name, said: null, open: false, folded: true, inputs: kind.inputs(name, was, drawn) },
  ],
})
