/** Answers and what came of them, for tests. */
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Store } from '../../src/store/store.ts'
import type { Answerer } from '../../src/upkeep/answer.ts'
import { NOTHING, type Answer } from '../../src/upkeep/answer-shape.ts'

export const said = (over: Partial<Answer> = {}): Answer => ({
  ...NOTHING,
  listing: 'a',
  revision: 1,
  ...over,
})
export const FULL = { session: null, state: 'full', weeks: null, until: '2027-03-01' } as const
export const UNKNOWN_FUNDING = { says: 'unknown', until: '2027-03-31' } as const
export const ENDED = { right: 'ended', ended: { on: '2026-11-20', successor: null } } as const
export const as = (who: SignedIn | null): Answerer => ({ is: 'person', who })

/** What came of it, in words a person can compare. */
export async function after(store: Store, id = 'a'): Promise<string[]> {
  const found = await store.byId(id)
  if (found.is !== 'listing') return ['gone']
  const { listing, confirmation, capacity, capacities, funding } = found.known
  const matters = await store.matters.list({ state: 'open', listing: id })
  const [intake] = await store.intakes([id])
  return [
    ...(listing.status === 'ended' ? [`ended on ${listing.ended_on}`] : []),
    ...(confirmation ? [`confirmed by ${confirmation.by}, revision ${confirmation.revision}`] : []),
    ...(capacity ? [`${capacity.state} until ${capacity.until} by ${capacity.by}`] : []),
    ...capacities.map((it) => `${it.session} ${it.state} by ${it.by}`).sort(),
    ...(funding ? [`funding ${funding.says} ${funding.until} by ${funding.by}`] : []),
    ...(intake ? [`takes ${intake.perMonth}`] : []),
    ...matters.map(({ kind, about }) => `matter ${kind} ${about['how']}`),
  ]
}
