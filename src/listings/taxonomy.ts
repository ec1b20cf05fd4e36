/** The taxonomy: needs, kinds, audiences, conditions, access facts and languages, as data in English and Welsh. */
import { z } from 'zod'

const label = z.object({ en: z.string().min(1), cy: z.string().min(1) })
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const term = z.object({
  id,
  label,
  /** What people really type, besides the label: "lonely", "someone to talk to". */
  synonyms: z
    .object({ en: z.array(z.string()), cy: z.array(z.string()).default([]) })
    .default({ en: [], cy: [] }),
  /** Words in a name or description from which the term may be suggested for an imported row; narrower than synonyms. */
  cues: z.array(z.string()).default([]),
  /** Words that, standing near, forbid that suggestion. */
  not: z.array(z.string()).default([]),
  /** Heading it stands under (needs only). */
  heading: id.optional(),
  /** Conditions and kinds: the needs they bring with them. */
  needs: z.array(id).default([]),
  /** Open Referral UK taxonomy terms: their addresses or codes. */
  open_referral: z.array(z.string()).default([]),
  /** Pages about it carry "Leave this site". */
  leave_quickly: z.boolean().optional(),
})
export type Term = z.infer<typeof term>

export const LISTS = ['needs', 'kinds', 'audiences', 'conditions', 'access', 'languages'] as const
export type List = (typeof LISTS)[number]
export type Taxonomy = { headings: { id: string; label: { en: string; cy: string } }[] } & {
  [L in List]: Term[]
}
