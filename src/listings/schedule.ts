/** The days a session holds: its own limits and term times, less its pauses. */
import { epochDay } from './clock.ts'
import type { Session } from './session.ts'

/** First and last day, both included, "2027-01-05". */
export type Term = { from: string; until: string }
/** First and last day, both included, as days since 1 January 1970. */
export type Span = { from: number; until: number }

/** No limit: the ends of a 32-bit number, so that a search engine can keep days in typed arrays. */
export const NO_FROM = -(2 ** 31)
export const NO_UNTIL = 2 ** 31 - 1

/**
 * The spans of days in which a session keeps its rule. A session that keeps to term time gives one span a term, and one
 * whose `from` is NO_UNTIL: after the last term we know of its days are not known, so it is never said to run, but
 * its weekday and time still stand.
 */
export function spansOf(session: Session, terms: readonly Term[]): Span[] {
  const own = {
    from: session.from === undefined ? NO_FROM : epochDay(session.from),
    until: session.until === undefined ? NO_UNTIL : epochDay(session.until),
  }
  let spans = [own]
  // A named date is a date, whatever the schools do.
  const keepsTerms = session.term_time === true && session.rule.every !== 'date'
  if (keepsTerms) {
    const within = terms.map(({ from, until }) => ({
      from: Math.max(own.from, epochDay(from)),
      until: Math.min(own.until, epochDay(until)),
    }))
    spans = within.filter(({ from, until }) => from <= until)
  }
  for (const pause of session.pauses) {
    const off = { from: epochDay(pause.from), until: epochDay(pause.until) }
    spans = spans.flatMap((span) => without(span, off))
  }
  return keepsTerms ? [...spans, { from: NO_UNTIL, until: own.until }] : spans
}

function without(span: Span, off: Span): Span[] {
  if (off.until < span.from || off.from > span.until || off.until < off.from) return [span]
  const before = { from: span.from, until: off.from - 1 }
  const after = { from: off.until + 1, until: span.until }
  return [before, after].filter(({ from, until }) => from <= until)
}
