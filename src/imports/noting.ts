/** What one batch would change, line by line, and where it says otherwise than people. */
import { changes } from '../listings/changes.ts'
import type { Statement } from '../listings/claims.ts'
import { settle } from '../listings/settle.ts'
import type { ImportTransaction, RowWrite } from '../store/import-store.ts'
import type { Listing } from '../listings/listing.ts'
import { sayConflicts, type Clashing, type Conflicting } from './conflict-matters.ts'
import { conflictsOf } from './conflicts.ts'
import { changed } from './difference.ts'

/** A row that is written; `before`: the listing as it was, null where it is new. */
export type Written = {
  row: RowWrite
  before: { listing: Pick<Listing, 'id' | 'group'> & RowWrite['settled']; statements: Statement[] } | null
}

export async function noteWritten(
  tx: ImportTransaction,
  written: readonly Written[],
  how: Conflicting,
): Promise<void> {
  const clashing: Clashing[] = []
  for (const { row, before } of written) {
    const { statement, settled } = row
    const { listing } = statement
    if (before === null) {
      how.lines.add('added', { listing, name: settled.name })
      continue
    }
    noteChange(row, before, how)
    const statements = [...before.statements.filter(({ source }) => source !== how.source), statement]
    if (statements.length < 2 && !how.open.has(listing)) continue
    const now = settle(statements, how.ranks)
    if (now.is !== 'settled') continue
    const conflicts = conflictsOf(how.source, statements, now)
    if (conflicts.length > 0 || how.open.has(listing))
      clashing.push({ listing, name: settled.name, group: before.listing.group?.id ?? null, conflicts })
  }
  await sayConflicts(tx, clashing, how)
}

/** What people said and the file cannot change is no change. */
function noteChange(
  { settled, statement: { listing } }: RowWrite,
  before: NonNullable<Written['before']>,
  { lines, ranks }: Conflicting,
): void {
  if (changes(before.listing, settled).length === 0) return
  const is = settled.status === 'ended' && before.listing.status !== 'ended' ? 'ended' : 'changed'
  if (!lines.wants(is)) return lines.add(is)
  const old = settle(before.statements, ranks)
  const said = old.is === 'settled' ? old.provenance : {}
  lines.add(is, { listing, name: settled.name, changes: changed(before.listing, settled, said) })
}
