/** What areas are called, and which district a ward lies in: for sentences about whom a listing is for. */
import { areaIndex } from './areas.ts'
import type { AreaRow } from './gazetteer.ts'

export type NamedArea = { code: string; name: string; kind: AreaRow['kind']; district: string | null }
export type AreaNames = {
  /** null: no area of that code is known here. */
  of: (code: string) => NamedArea | null
  /** How many wards the district of that name has. */
  wardsOf: (district: string) => number
}

const made = new WeakMap<readonly AreaRow[], AreaNames>()

/** Worked out when the first of them is asked for, and kept with the areas. */
export function areaNames(areas: readonly AreaRow[]): AreaNames {
  const known = made.get(areas) ?? read(areas)
  made.set(areas, known)
  return known
}

function read(areas: readonly AreaRow[]): AreaNames {
  const rows = new Map(areas.map((area) => [area.code, area]))
  const districts = areaIndex(areas.filter(({ kind }) => kind === 'district'))
  const named = new Map<string, NamedArea>()
  const of = (code: string): NamedArea | null => {
    const row = rows.get(code)
    if (!row) return null
    const before = named.get(code)
    if (before) return before
    const { name, kind } = row
    const district = kind === 'district' ? null : (districts.at(row)[0]?.name ?? null)
    const now = { code, name, kind, district }
    named.set(code, now)
    return now
  }
  let wards: Map<string, number> | null = null
  const count = () => {
    const counted = new Map<string, number>()
    for (const { code, kind } of areas) {
      const district = kind === 'ward' ? of(code)?.district : null
      if (district) counted.set(district, (counted.get(district) ?? 0) + 1)
    }
    return counted
  }
  return { of, wardsOf: (district) => (wards ??= count()).get(district) ?? 0 }
}
