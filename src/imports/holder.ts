/** Who runs an import: a process of a machine. Another one can tell from its name whether it still does. */
import type { IsGone } from '../store/running.ts'

/** A turn is drawn out four times in this; so long at most another machine waits for a holder that died. Milliseconds. */
export const TURN_MS = 5 * 60_000

export type Here = {
  host: string
  pid: number
  /** Whether a process of this machine runs. */
  alive: (pid: number) => boolean
  /** Runs of this very process. */
  ours: ReadonlySet<string>
}

/** `run` makes it a holder of its own: one process may read two sources after each other. */
export const holderName = ({ host, pid }: Pick<Here, 'host' | 'pid'>, run: string): string =>
  `${host} ${pid} ${run}`

/**
 * Whether whoever holds a run is gone. On this machine its process says so at once (a number that another process has
 * by now only makes us wait); of other machines the turn does, when it was not drawn out.
 */
export const isGone =
  (here: Here, now: Date): IsGone =>
  ({ run, holder, turn }) => {
    if (here.ours.has(run)) return false
    const [host, pid] = (holder ?? '').split(' ')
    if (host === here.host && (Number(pid) === here.pid || !here.alive(Number(pid)))) return true
    if (turn === null || turn.holder !== holder) return true
    const left = Date.parse(turn.until) - now.getTime()
    return !(left > 0 && left <= TURN_MS)
  }
