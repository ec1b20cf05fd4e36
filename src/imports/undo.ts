/** Taking one run back: what this source said before it stands again. */
import { settle, type Ranks } from '../listings/settle.ts'
import type { ImportStore } from '../store/import-store.ts'
import type { Undone } from '../store/runs/undone.ts'

/** What people changed since stays, and is given. Throws one sentence where there is no such run, or nothing of it to take back. */
export function undoRun(imports: ImportStore, run: string, now: Date, ranks: Ranks): Promise<Undone> {
  return imports.undo(run, now.toISOString(), (statements) => {
    const settled = settle(statements, ranks)
    return settled.is === 'settled' ? settled.fields : null
  })
}
