/**
 * Objects of one long JSON array, one after the other: an array of 400 MB is never in memory. Where each object begins and
 * ends is found here; what is in it is read by JSON.parse, which is many times faster than any parser that goes by tokens.
 */
import { Refused } from '../refused.ts'

/** Characters of one object. Above it a bracket or a quote was never closed. */
const LONGEST_OBJECT = 2_000_000

const QUOTE = 34
const BACKSLASH = 92
const OPEN = 123
const CLOSE = 125
const OPEN_LIST = 91
const CLOSE_LIST = 93

type State = { depth: number; inText: boolean; inList: boolean; ended: boolean }

/** Text of each object directly in the first array of the text. Throws Refused where the text ends before the array does. */
export async function* objectsOf(name: string, chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  const state: State = { depth: 0, inText: false, inList: false, ended: false }
  let held = ''
  for await (const chunk of chunks) {
    const text = held + chunk
    const found: string[] = []
    // An object that is held began at 0.
    const rest = scan(text, held.length, held === '' ? -1 : 0, state, found)
    held = rest >= 0 ? text.slice(rest) : ''
    if (held.length > LONGEST_OBJECT)
      throw new Refused(`${name}: one record is larger than any can be; a quote or a bracket is missing.`)
    if (found.length > 0) yield found
    if (state.ended) return
  }
  throw new Refused(
    state.inList
      ? `${name} ends in the middle: it was cut off.`
      : `${name} is JSON, but there is no list in it.`,
  )
}

/** From `at` on; `start` is where the object that is open began, or -1. Gives where one began that does not end here, or -1. */
function scan(text: string, at: number, start: number, state: State, found: string[]): number {
  for (; at < text.length; at++) {
    if (state.inText) {
      // Most of a register is words: from quote to quote is much faster than sign by sign.
      const end = text.indexOf('"', at)
      if (end < 0) return start
      at = end
      if (!isEscaped(text, end)) state.inText = false
      continue
    }
    const code = text.charCodeAt(at)
    if (code === QUOTE) state.inText = true
    else if (!state.inList) state.inList = code === OPEN_LIST
    else if (code === OPEN || code === OPEN_LIST) {
      if (state.depth === 0 && code === OPEN) start = at
      state.depth++
    } else if (code === CLOSE || code === CLOSE_LIST) {
      if (state.depth === 0) {
        state.ended = true
        return -1
      }
      state.depth--
      if (state.depth > 0 || start < 0) continue
      found.push(text.slice(start, at + 1))
      start = -1
    }
  }
  return start
}

/** An odd number of backslashes stands before it. What is before a piece is in it: objects are held from their beginning. */
function isEscaped(text: string, quote: number): boolean {
  let before = quote
  while (text.charCodeAt(before - 1) === BACKSLASH) before--
  return (quote - before) % 2 === 1
}
