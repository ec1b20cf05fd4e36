/** The area a service is for: codes of wards and districts, or names of those the directory has. */
import type { Catchment } from '../../listings/listing.ts'
import type { AreaRow } from '../../places/gazetteer.ts'
import { foldName } from '../../places/place-name.ts'
import type { Draft } from '../mapping/draft.ts'
import { listAt, type Json } from './json.ts'
import type { Spot } from './where.ts'
import { together, wordsAt } from './words.ts'

export type AreaNames = ReadonlyMap<string, string>

/** Folded names to codes; a name that two areas share tells nothing. */
export function areaNames(areas: readonly Pick<AreaRow, 'code' | 'name'>[]): AreaNames {
  const names = new Map<string, string>()
  const twice = new Set<string>()
  for (const { code, name } of areas) {
    const key = foldName(name)
    if (names.has(key)) twice.add(key)
    names.set(key, code)
  }
  for (const key of twice) names.delete(key)
  return names
}

const COUNTRIES: { [name: string]: string } = {
  england: 'GB-ENG',
  wales: 'GB-WLS',
  cymru: 'GB-WLS',
  scotland: 'GB-SCT',
  'northern ireland': 'GB-NIR',
  'united kingdom': 'GB',
  uk: 'GB',
  'great britain': 'GB',
  national: 'GB',
  nationwide: 'GB',
  'uk wide': 'GB',
}
const GSS = /\b[EWSN]\d{8}\b/
const EVERY_GSS = new RegExp(GSS, 'g')
const MOST_AREAS = 500

/** Fills the catchment where all of the areas are understood. Else gives their words, to be shown beside who may come. */
export function addCatchment(draft: Draft, service: Json, spots: readonly Spot[], names: AreaNames): string {
  const told = [
    ...listAt(service, 'service_areas'),
    ...spots.flatMap(({ here }) => listAt(here, 'service_areas')),
  ]
  if (told.length === 0) return ''
  const read = told.map((one) => readArea(one, names))
  const words = together(
    told.map((one) => wordsAt(one, 'name', 'service_area', 'description')),
    '; ',
  )
  if (read.some((one) => one === null)) return words
  const all = read.flatMap((one) => one ?? [])
  const country = all.find(({ code }) => code.startsWith('GB'))
  const catchment: Catchment = country
    ? { kind: 'country', code: all.some(({ code }) => code === 'GB') ? 'GB' : country.code }
    : {
        kind: 'areas',
        codes: [...new Set(all.map(({ code }) => code))].slice(0, MOST_AREAS),
        names: [...new Set(all.flatMap(({ name }) => (name === '' ? [] : [name.slice(0, 100)])))].slice(
          0,
          MOST_AREAS,
        ),
      }
  // Two countries of the four are more than one code can say.
  const countries = new Set(all.filter(({ code }) => code.startsWith('GB')).map(({ code }) => code))
  if (countries.size > 1 && !countries.has('GB')) return words
  draft.fields.catchment = catchment
  return ''
}

function readArea(area: Json, names: AreaNames): { code: string; name: string }[] | null {
  const name = wordsAt(area, 'name', 'service_area')
  const codes = ['extent', 'uri', 'name', 'service_area'].flatMap(
    (key) => wordsAt(area, key).slice(0, 2000).match(EVERY_GSS) ?? [],
  )
  if (codes.length > 0)
    return [...new Set(codes)].map((code, at) => ({ code, name: at === 0 && !GSS.test(name) ? name : '' }))
  const folded = foldName(name.slice(0, 200))
  const country = Object.hasOwn(COUNTRIES, folded) ? COUNTRIES[folded] : undefined
  if (country !== undefined) return [{ code: country, name: '' }]
  const code =
    names.get(folded) ??
    names.get(folded.replace(/ (borough|district|council|metropolitan borough|ward|area)$/, ''))
  return code === undefined ? null : [{ code, name }]
}
