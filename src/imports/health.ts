/** How a source fares: read against now from its plan and its last runs, so that nothing has to be kept up. */
import type { RunHead, Source } from '../store/store.ts'

export type Health =
  /** A run is under way. */
  | 'running'
  /** The last run kept nothing until somebody says that the loss is meant. */
  | 'waits'
  /** The last run, or more in a row, could not be done or was cut off. */
  | 'failed'
  /** Its time passed by more than a day. */
  | 'late'
  | 'never'
  | 'well'
  /** In order, and read only when somebody says so. */
  | 'by-hand'

/** So long after its time a source is late: the program may have been down over a night. Milliseconds. */
export const LATE_MS = 86_400_000
/** A run that failed is tried again after this; where that fails too, at its next time. Milliseconds. */
export const AGAIN_MS = 3_600_000

/** When a plan has its turn next after an instant; null: never more. */
export type Next = (every: string, after: Date) => Date | null

/** `heads`: its last runs, newest first. */
export function healthOf(source: Source, heads: readonly RunHead[], now: Date, next: Next): Health {
  const [last] = heads
  if (last?.state === 'running') return 'running'
  if (last?.state === 'refused' && last.asks) return 'waits'
  if (failedInARow(heads) > 0) return 'failed'
  const every = source.arranged?.every ?? null
  if (source.lastRunAt === null) return 'never'
  if (every === null) return 'by-hand'
  const due = next(every, new Date(source.lastRunAt))
  return due !== null && due.getTime() + LATE_MS < now.getTime() ? 'late' : 'well'
}

/** Runs since the last one that came to its end, be it kept or waiting for an answer. The one under way does not count. */
export function failedInARow(heads: readonly RunHead[]): number {
  const ended = heads.filter(({ state }) => state !== 'running')
  const good = ended.findIndex((it) => it.state === 'applied' || it.state === 'undone' || it.asks)
  return good === -1 ? ended.length : good
}

/**
 * Whether a source is to be read now. Never tried: at once. Else when its plan had its turn since it was last tried, and
 * an hour after the first failure. However many turns were missed, they are one.
 */
export function isToRead(source: Source, heads: readonly RunHead[], now: Date, next: Next): boolean {
  const every = source.arranged?.every ?? null
  if (every === null || source.arranged?.at.length === 0) return false
  const [last] = heads
  if (last?.state === 'running') return false
  const tried = last?.startedAt ?? source.lastRunAt
  if (tried === null) return true
  const since = now.getTime() - Date.parse(tried)
  // It was tried in what is now the future: the clock was set back.
  if (since < 0) return true
  const due = next(every, new Date(tried))
  if (due !== null && due.getTime() <= now.getTime()) return true
  return failedInARow(heads) === 1 && since >= AGAIN_MS
}
