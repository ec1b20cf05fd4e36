/** "This is still needed": a need, a kind, a week and a postcode district. Never a word that was typed, never a person. */
import { mondayOf } from '../listings/clock.ts'
import { mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import { outcodeOf } from '../places/postcode.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { markOfToday } from './once-a-day.ts'

/** "M33" of "m33", "M33 2" or "m33 2ab"; "" of nothing; null of what is no postcode. */
export const districtOf = (words: string): string | null => (words.trim() === '' ? '' : outcodeOf(words))

export type UnmetGiven = { need: string; kind?: string; where: string }
type UnmetOutcome =
  { is: 'saved'; area: string; kind: string } | { is: 'refused' } | { is: 'no-need' } | { is: 'no-area' }

/** `kind`: one that is not known is left out. The same from the same person counts once a day. */
export async function noteUnmet(
  who: SignedIn | null,
  { need, kind = '', where }: UnmetGiven,
  { store, taxonomy, now }: Workshop,
): Promise<UnmetOutcome> {
  if (mayHere(who, 'save-searches') === null) return { is: 'refused' }
  const { needs, kinds } = taxonomy.lists
  if (!needs.some(({ id }) => id === need)) return { is: 'no-need' }
  const area = districtOf(where)
  if (area === null) return { is: 'no-area' }
  const known = kinds.some(({ id }) => id === kind) ? kind : ''
  const at = now()
  const mark = markOfToday(store, at, ['unmet', who?.person ?? '', need, known, area])
  const gap = { week: mondayOf(at), need, kind: known, area, why: 'said' as const, count: 1 }
  await store.act(async (act) => {
    if (mark.isThere()) return
    await act.gaps.add([gap])
    mark.set()
  })
  return { is: 'saved', area, kind: known }
}
