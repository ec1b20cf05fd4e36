/** The recipients of a file and the groups here: by number at once, by name as a question for the desk. */
import { targetDay } from '../../desk/target.ts'
import type { ImportTransaction } from '../../store/import-store.ts'
import type { Report } from '../report.ts'
import type { Recipient } from './recipients.ts'
import { suggestions } from './suggest.ts'

export type Joined = Pick<NonNullable<Report['grants']>, 'matched_by_id' | 'suggested_by_name' | 'unmatched'>

/** Numbers asked for at a time. */
const BATCH = 5_000

/**
 * Counts grants, not recipients. A suggestion that the desk said no to is none. Whose number only a register told of is
 * counted by number, and still asked about: the listing it may be has none yet.
 */
export async function join(
  tx: ImportTransaction,
  recipients: readonly Recipient[],
  { source, now }: { source: string; now: Date },
): Promise<Joined> {
  const known = await numbersKnown(tx, recipients)
  const groups = await tx.sides.groups()
  const running = new Set(groups.flatMap(({ ids }) => ids))
  const numbered = (it: Recipient) => it.ids.some((id) => known.has(id))
  const toAsk = recipients.filter((it) => !it.ids.some((id) => running.has(known.get(id) ?? '')))
  const about = { source, openedAt: now.toISOString(), targetOn: targetDay('same-group', now) }
  const all = await suggestions(tx, toAsk, groups, about)
  await tx.openMatters(all.map(({ matter }) => matter))
  const refused = await tx.sides.answeredNo(all.map(({ matter }) => matter.id))
  const asked = new Set(all.filter(({ matter }) => !refused.has(matter.id)).map(({ recipient }) => recipient))
  const count = (some: readonly Recipient[]): number => some.reduce((sum, it) => sum + it.grants, 0)
  const others = recipients.filter((it) => !numbered(it))
  const suggested = count(others.filter((it) => asked.has(it)))
  return {
    matched_by_id: count(recipients) - count(others),
    suggested_by_name: suggested,
    unmatched: count(others) - suggested,
  }
}

/** Those numbers of recipients that a group here has, or that a register says became one of its numbers. */
async function numbersKnown(
  tx: ImportTransaction,
  recipients: readonly Recipient[],
): Promise<Map<string, string>> {
  const ids = [...new Set(recipients.flatMap((it) => it.ids))]
  const known = new Map<string, string>()
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH)
    const became = new Map(some.map((id) => [id, id]))
    for (const { org_id, successor } of await tx.registers(null, '').entriesOf(some))
      if (successor !== null) became.set(org_id, successor)
    const own = new Set<string>()
    for (const { org_ids } of await tx.groups([], [...new Set([...some, ...became.values()])]))
      for (const id of org_ids) own.add(id)
    for (const [id, later] of became)
      if (own.has(id) || own.has(later)) known.set(id, own.has(id) ? id : later)
  }
  return known
}
