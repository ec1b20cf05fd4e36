/** What a look at a website means: when it counts as gone, and when to look again. */
import type { LinkCheck } from '../../store/links/link-checks.ts'

export type Finding =
  | { is: 'works' }
  /** Nobody is at home: no such page, no such name, or the name is for sale. */
  | { is: 'gone'; why: '404' | '410' | 'no-such-host' | 'parked' }
  /** No answer either way: its server is down, slow, or does not want to be asked by programs. */
  | { is: 'unsure'; why: string }
  /** It is not to be asked: its robots.txt says so, or it lies inside somebody's network. */
  | { is: 'not-asked'; why: 'robots' | 'private' | 'address' }

const DAY_MS = 86_400_000
/** Days until a website that works is looked at again. */
const FINE_DAYS = 30
/** Days between looks at one that was gone: three looks are then more than a week. */
const GONE_DAYS = 4
/** The same once it was told: it may come back. */
const TOLD_DAYS = 14
/** A website must be gone so often, over so many days: people forget to pay for a name for a few of them. */
const GONE_LOOKS = 3
const GONE_OVER_DAYS = 7
/** Days of the longest pause for one that gives no answer. */
const LONGEST_PAUSE_DAYS = 30

export type Judged = { check: LinkCheck; tell: 'raise' | 'clear' | null }

export function judge(check: LinkCheck, finding: Finding, now: Date): Judged {
  const at = now.toISOString()
  const next = (days: number) => ({
    checkedAt: at,
    nextAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
  })
  if (finding.is === 'works') {
    const fine = { ...check, ...next(FINE_DAYS), fails: 0, failingSince: null, unsure: 0 }
    return { check: fine, tell: check.signal === null ? null : 'clear' }
  }
  if (finding.is === 'not-asked') return { check: { ...check, ...next(FINE_DAYS) }, tell: null }
  if (finding.is === 'unsure') {
    const days = Math.min(LONGEST_PAUSE_DAYS, 2 ** Math.min(check.unsure, 10))
    return { check: { ...check, ...next(days), unsure: check.unsure + 1 }, tell: null }
  }
  // A first look dated in the future was written by a clock that was wrong: it is counted from now.
  const known = check.failingSince
  const since = known === null || Date.parse(known) > now.getTime() ? at : known
  const fails = check.fails + 1
  const over = now.getTime() - Date.parse(since) >= GONE_OVER_DAYS * DAY_MS
  const told = check.signal !== null
  const raise = !told && fails >= GONE_LOOKS && over
  const days = told || raise ? TOLD_DAYS : GONE_DAYS
  const judged = { ...check, ...next(days), fails, failingSince: since, unsure: 0 }
  return { check: judged, tell: raise ? 'raise' : null }
}

/** So many hosts must have been asked before it is our own network that is doubted. */
const ASKED_AT_LEAST = 5

/** Where more than half of all names are unknown at once, it is our own name server that is away: nothing was learned. */
export function networkIsAway(findings: readonly Finding[]): boolean {
  const unknown = findings.filter((it) => it.is === 'gone' && it.why === 'no-such-host').length
  return findings.length >= ASKED_AT_LEAST && unknown * 2 > findings.length
}
