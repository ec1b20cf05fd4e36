/** What people put right since, as a file for the source. */
import { correctionsFile, type Corrections } from '../../imports/corrections/file.ts'
import { loadProfile, profileNames } from '../../imports/load-profile.ts'
import type { Profile } from '../../imports/profile.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { House } from '../house.ts'
import { inRoot } from '../root.ts'

type Needs = Pick<House, 'store' | 'ranks' | 'taxonomy'>

/** null: there is no such source. */
export async function correctionsFor(house: Needs, id: string): Promise<Corrections | null> {
  const source = (await house.store.sources()).find((it) => it.id === id)
  if (source === undefined) return null
  const parts = { ...house, labelOf: (list, term) => labelOf(house.taxonomy, list, term, 'en') } satisfies {
    labelOf: Parameters<typeof correctionsFile>[0]['labelOf']
  } & Needs
  return correctionsFile(parts, id, profileOf(id, source.arranged?.profile ?? null))
}

/** As it is arranged; else the one that names this source; null: a standard, a feed, or a profile kept elsewhere. */
function profileOf(id: string, name: string | null): Profile | null {
  const folder = inRoot('data', 'profiles')
  if (name !== null) return loadProfile(name, folder)
  for (const one of profileNames(folder)) {
    const profile = loadProfile(one, folder)
    if (profile.source.id === id) return profile
  }
  return null
}

export type CorrectionsAsked =
  { is: 'file'; name: string; csv: string } | { is: 'refused' } | { is: 'unknown' }

/** For the page of a source: /desk/sources/<id>/corrections.csv. Nothing hidden from the public is in it. */
export async function correctionsAsked(
  house: House,
  who: SignedIn | null,
  source: string,
): Promise<CorrectionsAsked> {
  if (mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const found = await correctionsFor(house, source)
  return found === null
    ? { is: 'unknown' }
    : { is: 'file', name: `corrections-${source}.csv`, csv: found.csv }
}
