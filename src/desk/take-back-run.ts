/** Taking one run of a source back: what it said goes, what people said since stays; one act with its line in the record. */
import { settle } from '../listings/settle.ts'
import { mayEverywhere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Undone } from '../store/runs/undone.ts'
import type { Workshop } from '../upkeep/workshop.ts'

export type TakenBack =
  | ({ is: 'taken-back' } & Undone)
  /** It was not applied, or was taken back before: nothing was written. */
  | { is: 'before' }
  | { is: 'refused' }
  | { is: 'unknown' }

export async function takeBackRun(
  who: SignedIn | null,
  run: string,
  { store, ranks, now, newId }: Workshop,
): Promise<TakenBack> {
  const role = mayEverywhere(who, 'run-sources')
  if (who === null || role === null) return { is: 'refused' }
  const found = await store.run(run)
  if (found === null) return { is: 'unknown' }
  if (found.state !== 'applied') return { is: 'before' }
  const at = now().toISOString()
  const reading = {
    id: newId(),
    at,
    person: who.person,
    role,
    did: 'took-back-run',
    listing: null,
    group: null,
  }
  try {
    const undone = await store.act(async (act) => {
      await act.audit({ ...reading, about: run })
      return act.undoRun(run, at, (statements) => {
        const settled = settle(statements, ranks)
        return settled.is === 'settled' ? settled.fields : null
      })
    })
    return { is: 'taken-back', ...undone }
  } catch (error) {
    // A colleague was quicker: then nothing of this act was written.
    if ((await store.run(run))?.state !== 'applied') return { is: 'before' }
    throw error
  }
}
