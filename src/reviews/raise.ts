/** Something outside says that a listing may not be right: a signal on it, and a matter for the desk. */
import { targetDay } from '../desk/target.ts'
import type { AboutOf } from '../desk/kinds.ts'
import type { Signal } from '../freshness/evidence.ts'
import { londonMoment } from '../listings/clock.ts'
import type { Act } from '../store/act.ts'
import type { Known } from '../store/store.ts'

export type Heard = { kind: Extract<Signal['kind'], 'bounced' | 'dead-link'>; words: string; now: Date }

/** Drafts and what ended are nobody's worry. */
const isLive = ({ listing: { status } }: Known): boolean => status === 'published' || status === 'paused'

/** The id of the signal: of the one that stands already where there is one. null: the listing is not a live one. */
export async function raise(act: Act, known: Known, { kind, words, now }: Heard): Promise<string | null> {
  if (!isLive(known)) return null
  // Who confirmed since then knew better.
  if (known.confirmation !== null && Date.parse(known.confirmation.at) > now.getTime()) return null
  const { id: listing, group } = known.listing
  const standing = known.signals.find((signal) => signal.kind === kind && signal.clearedAt === null)
  const id = standing?.id ?? `${kind}:${listing}:${londonMoment(now).day}`
  if (standing === undefined)
    await act.raise([{ id, listing, kind, at: now.toISOString(), source: null, clearedAt: null }])
  const open = await act.matters.list({ state: 'open', kind: 'signal', listing })
  if (open.some(({ about }) => about['kind'] === kind)) return id
  const about: AboutOf<'signal'> = { signal: id, kind, words }
  await act.matters.open({
    id: `signal:${id}`,
    kind: 'signal',
    listing,
    group: group?.id ?? null,
    person: null,
    openedAt: now.toISOString(),
    targetOn: targetDay('signal', now),
    about,
  })
  return id
}

/** It is over: the signal no longer stands, and the desk need not look. */
export async function clear(act: Act, known: Known, signal: string, now: Date): Promise<void> {
  const at = now.toISOString()
  const standing = known.signals.find(({ id, clearedAt }) => id === signal && clearedAt === null)
  if (standing !== undefined) await act.raise([{ ...standing, clearedAt: at }])
  const open = await act.matters.list({ state: 'open', kind: 'signal', listing: known.listing.id })
  for (const { id, about } of open)
    if (about['signal'] === signal)
      await act.matters.decide({ id, state: 'withdrawn', decision: 'right', reason: null, by: null, at })
}
