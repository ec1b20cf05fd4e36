/** A profile: how one publisher's layout of a spreadsheet or GeoJSON becomes listings. One JSON file in data/profiles/. */
import { z } from 'zod'

/**
 * Where a value comes from: a column (or a GeoJSON property, dots for depth), the first of several that has one, several
 * put together, a template ("{town} library"), or a constant. GeoJSON also has the columns "@id", "@lat" and "@lng".
 */
const from = z.union([
  z.string(),
  z.object({ first_of: z.array(z.string()).min(1) }),
  z.object({ join: z.array(z.string()).min(1), with: z.string().default(', ') }),
  z.object({ template: z.string().regex(/\{[^}]+\}/, 'has no {column} in it') }),
  z.object({ value: z.unknown() }),
])

export const fieldRule = z.object({
  from,
  /** Named transforms in order: see imports/transforms.ts. */
  transforms: z.array(z.string()).default([]),
  /** Cell (any case, trimmed) → value; null: nothing. "*" stands for any signs: "*voucher*", "*". Several values from one cell: split first. */
  map: z.record(z.string(), z.unknown()).optional(),
  split: z.string().optional(),
  /** The value where the cell is empty. */
  default: z.unknown().optional(),
})

export const profile = z.object({
  $about: z.string().optional(),
  source: z.object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string(),
    publisher: z.string().optional(),
    licence: z.string().optional(),
    licence_url: z.string().optional(),
    attribution: z.string().optional(),
    url: z.string().optional(),
  }),
  format: z.enum(['csv', 'geojson']).default('csv'),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).optional(),
  delimiter: z.string().optional(),
  /** Lines above the header to pass over; absent: found. */
  title_lines: z.number().int().min(0).optional(),
  /** Whole cells that mean "nothing", besides the usual ones. */
  none: z.array(z.string()).default([]),
  /** Columns that must be there: their absence refuses the file. */
  required: z.array(z.string()).default([]),
  /** What identifies a row from run to run: columns of a stable id, or name and place. */
  key: z.object({ columns: z.array(z.string()).min(1) }),
  /** Target → rule. Targets are listing fields and parts of them with dots: "name", "phone.number", "place.postcode", "group.name". */
  fields: z.record(z.string(), fieldRule),
  /** Column → weekday, for one column a weekday ("09:00-17:00"); several sets may be named. */
  weekdays: z
    .array(z.partialRecord(z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']), z.string()))
    .default([]),
  /** Rows that are no listings, by column and value; each is counted as skipped. */
  skip: z
    .array(
      z.object({
        column: z.string(),
        is: z.array(z.string()).optional(),
        empty: z.boolean().optional(),
        not_in: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  /** Rows that tell of an end: column with any value, or one of these. */
  ended: z.object({ column: z.string(), is: z.array(z.string()).optional() }).optional(),
  /** Column with the day somebody checked the row; only then does an import confirm. */
  checked: z.object({ column: z.string(), format: z.enum(['iso', 'dd/mm/yyyy']) }).optional(),
  /** Suggest needs, kinds and audiences from the taxonomy's own words in name and description. */
  suggest: z.boolean().default(true),
})
export type Profile = z.infer<typeof profile>
export type FieldRule = z.infer<typeof fieldRule>
