/**
 * GP practices as somebody types them. They are known from the listings that are for their patients; where one is, only
 * if a listing meets in it.
 */
import { shownPlaces } from '../listings/masked.ts'
import type { LatLng, Listing } from '../listings/listing.ts'
import { foldName } from './place-name.ts'

export type Practice = {
  name: string
  /** Its ODS code, "P91016". */
  code: string | null
  /** null: nobody said where it is. */
  point: LatLng | null
}

/** Each practice once, by name; a code counts where a listing gives as many codes as names. */
export function namedIn(listings: readonly Pick<Listing, 'catchment' | 'places'>[]): Practice[] {
  const found = new Map<string, Practice>()
  for (const { catchment } of listings) {
    if (catchment?.kind !== 'practices') continue
    const { names, codes } = catchment
    const paired = names.length === codes.length
    const here = names.length === 0 ? codes.map((code) => ({ name: code, code })) : []
    const named = names.map((name, i) => ({ name, code: paired ? (codes[i] ?? null) : null }))
    for (const { name, code } of [...named, ...here]) {
      const known = found.get(foldName(name))
      found.set(foldName(name), { name: known?.name ?? name, code: known?.code ?? code, point: null })
    }
  }
  for (const { places } of listings)
    for (const { name, point } of shownPlaces(places, false)) {
      const practice = name === undefined ? undefined : found.get(foldName(name))
      if (practice && point) practice.point ??= point
    }
  return [...found.values()]
}

/** What practices are called besides their name: "Firsway" is "Firsway Health Centre". */
const KINDS =
  /\b(the|gp|gps|doctors?|medical|health|group|family|surgery|surgeries|practice|partnership|centre|center|rooms|clinic|meddygfa|canolfan|iechyd)\b/g
const bare = (name: string): string => foldName(name).replace(KINDS, '').replace(/\s+/g, ' ').trim()

/** `sure`: all of its name, or its code. Otherwise what is left of both without "surgery" and the like, if one has it. */
export function findPractice(
  said: string,
  practices: readonly Practice[],
): { practice: Practice; sure: boolean } | null {
  const folded = foldName(said)
  const code = folded.replaceAll(' ', '')
  const exact = practices.find(
    (it) => foldName(it.name) === folded || (it.code !== null && foldName(it.code) === code),
  )
  if (exact) return { practice: exact, sure: true }
  const asked = bare(said)
  const alike = asked === '' ? [] : practices.filter(({ name }) => bare(name) === asked)
  const [only] = alike
  return only && alike.length === 1 ? { practice: only, sure: false } : null
}
