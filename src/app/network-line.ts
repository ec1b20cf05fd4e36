/**
 * Searches of one network take turns: so many at once, the others in line. Otherwise one program that asks a hundred
 * slow questions together is what makes a search server late for everybody, and has it left out.
 */
import { isIP } from 'node:net'
import { isPrivate } from '../network/public-address.ts'
import { networkOf } from '../people/limits.ts'

/** A browser asks for the list, the map and suggestions together; a whole office types with some breath between. */
export const AT_ONCE = 6
/** Whoever would wait longer than a page may take is told to come back. Milliseconds. */
const LINE_MS = 2000

type Turns = {
  /** null: too many of the same network went before. `gone`: nobody waits for it any more. */
  take<T>(address: string, gone: () => boolean, work: () => Promise<T>): Promise<T | null>
}

type Line = { under: number; waiting: (() => void)[] }

export function takeTurns(atOnce = AT_ONCE, lineMs = LINE_MS): Turns {
  const lines = new Map<string, Line>()
  const leave = (network: string, line: Line) => {
    const next = line.waiting.shift()
    // Who comes next takes the place of who leaves.
    if (next) return next()
    line.under--
    if (line.under === 0) lines.delete(network)
  }
  return {
    async take(address, gone, work) {
      // A proxy that is not named in TRUST_PROXY is everybody: nobody waits because of a setting.
      if (isIP(address) === 0 || isPrivate(address)) return work()
      const network = networkOf(address)
      const line = lines.get(network) ?? { under: 0, waiting: [] }
      lines.set(network, line)
      if (line.under < atOnce) line.under++
      else if (!(await turnIn(line, lineMs))) return null
      try {
        return gone() ? null : await work()
      } finally {
        leave(network, line)
      }
    },
  }
}

/** False where it did not come in time; then nobody keeps a place for it. */
function turnIn({ waiting }: Line, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const mine = () => {
      clearTimeout(late)
      resolve(true)
    }
    const late = setTimeout(() => {
      waiting.splice(waiting.indexOf(mine), 1)
      resolve(false)
    }, ms)
    waiting.push(mine)
  })
}
