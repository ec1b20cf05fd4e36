/** Reports that say the same count together: one alone, whoever sent it, lowers nothing. */
import type { Signal } from '../freshness/evidence.ts'
import type { AboutOf } from './kinds.ts'

export type ReportWhat = AboutOf<'report'>['what']

/** What several alike are held against a listing as; null: they wait for the desk, and nothing else follows. */
const RAISES: { [W in ReportWhat]: Signal['kind'] | null } = {
  closed: 'reported-closed',
  moved: 'reported-wrong',
  full: 'reported-wrong',
  number: 'reported-wrong',
  /** Two that say "something else" may say two things. */
  other: null,
}

/**
 * The signal to raise; null: none. `said`: everything this matter holds. Only what was said after the last confirmation
 * counts, and only once a mark: a mark is one network on one day. One still standing is not raised again.
 */
export function raisedBy(
  { what, said }: Pick<AboutOf<'report'>, 'what' | 'said'>,
  { confirmedAt, signals, alike }: { confirmedAt: string | null; signals: readonly Signal[]; alike: number },
): Signal['kind'] | null {
  const kind = RAISES[what]
  if (kind === null) return null
  const since = confirmedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(confirmedAt)
  const after = (at: string) => Date.parse(at) > since
  if (signals.some((it) => it.kind === kind && it.clearedAt === null && after(it.at))) return null
  const marks = new Set(said.filter(({ at }) => after(at)).map(({ from }) => from))
  return marks.size >= alike ? kind : null
}
