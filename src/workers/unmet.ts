/** "Needed, but not found": a need, a week and a postcode district. Never a word that was typed, never a person. */
import { mondayOf } from '../listings/clock.ts'
import { mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Workshop } from '../upkeep/workshop.ts'

/** Fewer are never shown: in a small place they could be somebody. */
export const SHOWN_FROM = 5

const DISTRICT = /^([A-Z]{1,2}\d[A-Z\d]?)(?:\s*\d[A-Z]{0,2}[A-Z]?)?$/

/** "M33" of "m33", "M33 2" or "m33 2ab"; "" of nothing; null of what is no postcode. */
export function districtOf(words: string): string | null {
  const text = words.trim().toUpperCase().replaceAll(/\s+/g, ' ')
  if (text === '') return ''
  const spaced = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(text)
  if (spaced !== null) return spaced[1] ?? null
  return DISTRICT.exec(text)?.[1] ?? null
}

export type UnmetOutcome = { is: 'saved' } | { is: 'refused' } | { is: 'no-need' } | { is: 'no-area' }

export async function noteUnmet(
  who: SignedIn | null,
  { need, where }: { need: string; where: string },
  { store, taxonomy, now }: Workshop,
): Promise<UnmetOutcome> {
  if (mayHere(who, 'save-searches') === null) return { is: 'refused' }
  if (!taxonomy.lists.needs.some(({ id }) => id === need)) return { is: 'no-need' }
  const area = districtOf(where)
  if (area === null) return { is: 'no-area' }
  await store.act((act) => act.workers.addUnmet([{ week: mondayOf(now()), need, area, count: 1 }]))
  return { is: 'saved' }
}
