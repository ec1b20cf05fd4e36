/**
 * A name for a session that stays while the session stays: its rule, its start and its place. What was said of room on
 * Tuesdays is kept by it; when the session moves to Thursday the key goes, and with it what was said.
 */
import type { Session } from './session.ts'

/** "week:tu@10:00", "month:2:tu@19:30", "date:2026-12-04@", with "#1" behind it where it is at one of several places. */
export function sessionKey({ rule, start, place }: Pick<Session, 'rule' | 'start' | 'place'>): string {
  const at = `@${start ?? ''}${place === undefined ? '' : `#${place}`}`
  switch (rule.every) {
    case 'week':
    case 'fortnight':
      return `${rule.every}:${rule.on.join(',')}${at}`
    case 'month':
      return `month:${rule.nth.join(',')}:${rule.on.join(',')}${at}`
    case 'date':
      return `date:${rule.on[0] ?? ''}${at}`
  }
}

/** Keys of a listing's sessions, each once, in their order. One session, or none: there is nothing to tell apart. */
export function sessionKeys(sessions: readonly Session[]): string[] {
  const keys = [...new Set(sessions.map(sessionKey))]
  return keys.length < 2 ? [] : keys
}
