/** Which things of OpenStreetMap are listings, by their tags: data/osm.json. */
import { z } from 'zod'
import { profile } from '../profile.ts'

/** Tag → one of these values; "*": any. */
const tags = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))

export const osmData = z.strictObject({
  $about: z.string().optional(),
  /** A thing with any of these is left out, whatever else it is. */
  unwanted: z.array(tags),
  /** A thing with all tags of an entry is a listing of these kinds and needs; several entries add up. */
  wanted: z
    .array(z.strictObject({ tags, kinds: z.array(z.string()), needs: z.array(z.string()).default([]) }))
    .min(1),
  /** How the other tags become fields: as in data/profiles/. */
  profile,
})
export type OsmData = z.infer<typeof osmData>

export type Wanted = { kinds: string[]; needs: string[] }

/** null: nobody would be sent there. */
export function wantedOf(own: { [tag: string]: unknown }, { wanted, unwanted }: OsmData): Wanted | null {
  if (unwanted.some((one) => hasAll(own, one))) return null
  const found = wanted.filter((one) => hasAll(own, one.tags))
  if (found.length === 0) return null
  return {
    kinds: [...new Set(found.flatMap(({ kinds }) => kinds))],
    needs: [...new Set(found.flatMap(({ needs }) => needs))],
  }
}

function hasAll(own: { [tag: string]: unknown }, asked: z.infer<typeof tags>): boolean {
  return Object.entries(asked).every(([tag, values]) => {
    const value = Object.hasOwn(own, tag) ? own[tag] : undefined
    if (typeof value !== 'string') return false
    const given = value.split(';').map((it) => it.trim())
    return values === '*' || [values].flat().some((it) => given.includes(it))
  })
}
