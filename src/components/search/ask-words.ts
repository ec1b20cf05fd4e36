/** Words that script needs beside the two boxes, as data attributes. */
import type { Text } from '../../text/en.ts'

export function suggestWords({ pages: { ask } }: Text): string {
  return JSON.stringify({ region: ask.offers, kinds: ask.kinds, ...ask.offered })
}

export function nearWords({ pages: { ask } }: Text): Record<`data-${string}`, string> {
  return {
    'data-near': ask.near,
    'data-near-here': ask.here,
    'data-near-wait': ask.nearWait,
    'data-near-no': ask.nearNo,
  }
}
