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

/** Text of each object directly in the first array of the text. Throws Refused where the text ends before the array does. */
export async function* objectsOf(name: string, chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  const state = { depth: 0, inText: false, escaped: false, inList: false, ended: false }
  let held = ''
  for await (const chunk of chunks) {
    const found: string[] = []
    // -1: no object has begun.
    let start = held === '' ? -1 : 0
    const text = held + chunk
    for (let at = held.length; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (state.inText) {
        if (state.escaped) state.escaped = false
        else if (code === BACKSLASH) state.escaped = true
        else if (code === QUOTE) state.inText = false
      } else if (code === QUOTE) state.inText = true
      else if (!state.inList) {
        if (code === OPEN_LIST) state.inList = true
      } else if (code === OPEN || code === OPEN_LIST) {
        if (state.depth === 0 && code === OPEN) start = at
        state.depth++
      } else if (code === CLOSE || code === CLOSE_LIST) {
        if (state.depth === 0) {
          state.ended = true
          break
        }
        state.depth--
        if (state.depth === 0 && start >= 0) {
          found.push(text.slice(start, at + 1))
          start = -1
        }
      }
    }
    held = start >= 0 ? text.slice(start) : ''
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
