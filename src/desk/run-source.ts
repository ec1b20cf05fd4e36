/** Reading a source now, because somebody at the desk says so: begun here, done by a process of its own. */
import { findCutOff } from '../imports/holding.ts'
import { mayEverywhere, mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Workshop } from '../upkeep/workshop.ts'

/** Begins to read a source and does not wait for it. False: this process reads it already. */
export type StartReading = (source: string, how: { acceptLoss: boolean }) => boolean

export type RunNow =
  | { is: 'begun' }
  /** It is being read just now. */
  | { is: 'busy' }
  | { is: 'refused' }
  /** There is no such source, or nobody has said where it is read. */
  | { is: 'unknown' }

/** `acceptLoss`: the answer to a run that stopped because too much would go. */
export async function runNow(
  who: SignedIn | null,
  { source: id, acceptLoss }: { source: string; acceptLoss: boolean },
  { store, now, newId, startReading }: Workshop & { startReading: StartReading },
): Promise<RunNow> {
  // A loss is of listings in every area: whose role is for one of them does not answer for the others.
  const role = (acceptLoss ? mayEverywhere : mayHere)(who, 'run-sources')
  if (who === null || role === null) return { is: 'refused' }
  const source = (await store.sources()).find((it) => it.id === id)
  if (source?.arranged === undefined || source.arranged.at.length === 0) return { is: 'unknown' }
  await findCutOff(store.imports)
  const [last] = (await store.lastRuns(1)).get(id) ?? []
  if (last?.state === 'running' || !startReading(id, { acceptLoss })) return { is: 'busy' }
  await store.act((act) =>
    act.audit({
      id: newId(),
      at: now().toISOString(),
      person: who.person,
      role,
      did: acceptLoss ? 'accepted-loss' : 'ran-source',
      listing: null,
      group: null,
      about: id,
    }),
  )
  return { is: 'begun' }
}
