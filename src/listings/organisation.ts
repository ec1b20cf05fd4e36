/** A group: who runs listings. Called "group" on every page, "organisation" in data standards. */
import { z } from 'zod'
import { webAddress } from './listing.ts'

/** An org-id.guide identifier: "GB-CHC-1052551", "GB-COH-00738693"; or one a funder made: "360G-trafford-be_active". */
export const orgId = z
  .string()
  .regex(/^([A-Z]{2,3}-[A-Z0-9]+-.+|360G-.+)$/, 'is not an org-id such as GB-CHC-1052551')

export const organisation = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(200),
  org_ids: z.array(orgId).max(10).default([]),
  website: webAddress.optional(),
})
export type Organisation = z.infer<typeof organisation>

/** "GB-CHC-1052551" is number 1052551 of the register GB-CHC (org-id.guide). Anything else has no register we know by name. */
export function registered(id: string): { register: string; number: string } {
  const [, register = '', number = ''] = /^([A-Z]{2,3}-[A-Z0-9]+)-(.+)$/.exec(id) ?? []
  return { register, number }
}
