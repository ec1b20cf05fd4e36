/** The gazetteer's tables in memory: for trials and tests, and for looking things up without a database. */
import { inBox } from './geo.ts'
import { foldName } from './place-name.ts'
import type { Practice } from './practices.ts'
import type { AreaRow, GazetteerTables, OutcodeRow, PlaceNameRow, PostcodeRow } from './gazetteer.ts'

/** `practices`: those that listings would name. */
export function tablesInMemory(practices: Practice[] = []): GazetteerTables {
  const postcodes = new Map<string, PostcodeRow & { learned: boolean }>()
  const outcodes = new Map<string, OutcodeRow>()
  const areas = new Map<string, AreaRow>()
  const names = new Map<string, { folded: string; row: PlaceNameRow }>()
  const pick = <T>(from: Map<string, T>, keys: readonly string[]) =>
    new Map(
      keys.flatMap((key): [string, T][] => {
        const row = from.get(key)
        return row ? [[key, row]] : []
      }),
    )
  const byWeight = (keep: (folded: string, row: PlaceNameRow) => boolean) =>
    [...names.values()]
      .filter(({ folded, row }) => keep(folded, row))
      .map(({ row }) => row)
      .toSorted((a, b) => b.weight - a.weight)
  return {
    postcodes: async (keys) => pick(postcodes, keys),
    outcodes: async (keys) => pick(outcodes, keys),
    named: async (name) => byWeight((folded) => folded === foldName(name)),
    beginning: async (prefix, limit) =>
      byWeight((folded) => folded.startsWith(foldName(prefix))).slice(0, limit),
    towns: async (limit) => byWeight((_, row) => row.kind === 'town').slice(0, limit),
    practices: async () => practices,
    areas: async () => [...areas.values()],
    areasAround: async (point) => [...areas.values()].filter((area) => inBox(point, area.box)),
    putPostcodes: async (rows) =>
      rows.forEach((row) => postcodes.set(row.postcode, { ...row, learned: false })),
    putOutcodes: async (rows) => rows.forEach((row) => outcodes.set(row.outcode, row)),
    putAreas: async (rows) => rows.forEach((row) => areas.set(row.code, row)),
    putPlaceNames: async (rows) =>
      rows.forEach((row) => {
        const folded = foldName(row.name)
        names.set(`${folded} ${row.kind} ${row.lat} ${row.lng}`, { folded, row })
      }),
    learn: async (rows) => {
      for (const row of rows)
        if (postcodes.get(row.postcode)?.learned !== false)
          postcodes.set(row.postcode, { ...row, learned: true })
    },
    counts: async () => ({
      postcodes: postcodes.size,
      outcodes: outcodes.size,
      areas: areas.size,
      names: names.size,
    }),
  }
}
