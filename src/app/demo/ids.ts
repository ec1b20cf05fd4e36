/** Ids and days of the demonstration. */
import { createHash } from 'node:crypto'

const DAY_MS = 86_400_000

/** The same id for the same words on every machine (a UUID of version 8, RFC 9562). */
export function idOf(words: string): string {
  const hex = createHash('sha256').update(`fingerpost demonstration ${words}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
