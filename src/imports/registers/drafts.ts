/**
 * Registered charities as draft listings for the desk: a name, what it says it does, its website. No place (its office is not
 * where help is given), no telephone, no address. A charity whose group runs a listing already needs no draft.
 */
import type { RegisterEntry } from '../../freshness/register-entry.ts'
import type { ImportTransaction } from '../../store/import-store.ts'
import type { RegistersIn } from '../../store/registers/register-store.ts'
import { emptyDraft, type Draft } from '../mapping/draft.ts'
import { finish } from '../mapping/finish.ts'
import type { Meaning } from '../told.ts'
import type { Spill, Spilled } from './spill.ts'

/** `tx`: asked only once the run has written its groups. */
export async function* draftsOf(
  spill: Spill,
  { tx, registers }: { tx: Pick<ImportTransaction, 'known'>; registers: RegistersIn },
): AsyncGenerator<Meaning[]> {
  for await (const rows of spill.read()) {
    const numbers = rows.flatMap(({ entry }) => (entry === undefined ? [] : [entry.org_id]))
    const known = await tx.known(numbers)
    const twins = await registers.twins(numbers)
    const running = new Set<string>()
    for (const { group, runs } of await registers.groupsOf(numbers))
      if (runs) for (const number of group.org_ids) running.add(number)
    yield rows.map((row) => meaningOf(row, twins, (number) => known.has(number) || !running.has(number)))
  }
}

function meaningOf(
  { is, row, entry, activities = '' }: Spilled,
  twins: ReadonlyMap<string, string>,
  wanted: (number: string) => boolean,
): Meaning {
  // What was wrong with it was said when it was read.
  if (is === 'refused') return { is: 'refused', problems: [] }
  if (entry === undefined || entry.state !== 'registered') return { is: 'skipped' }
  // The same people under a second number: a repeat of the row that stands for them.
  const twin = twins.get(entry.org_id)
  if (twin !== undefined) return { is: 'listing', key: twin, draft: draftOf(row, entry, activities) }
  return wanted(entry.org_id)
    ? { is: 'listing', key: entry.org_id, draft: draftOf(row, entry, activities) }
    : { is: 'skipped' }
}

function draftOf(row: number, entry: RegisterEntry, activities: string): Draft {
  const draft = emptyDraft(row)
  const { name, org_id, company, website } = entry
  draft.fields = {
    name,
    status: 'draft',
    ...(activities === '' ? {} : { description: activities }),
    ...(website === null ? {} : { website }),
  }
  draft.group = { name, org_ids: company === null ? [org_id] : [org_id, company] }
  finish(draft)
  return draft
}
