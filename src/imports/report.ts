/** What an import run did: the shape of `--json` in contract.md, and nothing else. */
import { z } from 'zod'

export const problem = z.object({
  row: z.number().int(),
  field: z.string(),
  value: z.string(),
  problem: z.string(),
  did: z.string(),
})
export const report = z.object({
  source: z.string(),
  run: z.string(),
  state: z.enum(['planned', 'applied', 'refused']),
  why: z.string().nullable(),
  read: z.number().int(),
  listings: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    duplicate: z.number().int(),
    skipped: z.number().int(),
    refused: z.number().int(),
  }),
  missing: z.number().int(),
  located: z.object({
    exact: z.number().int(),
    postcode: z.number().int(),
    area: z.number().int(),
    none: z.number().int(),
  }),
  register: z.null(),
  grants: z.null(),
  problems: z.array(problem),
})
export type Problem = z.infer<typeof problem>
export type Report = z.infer<typeof report>
