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
  /** Of a register: rows read, of how many the directory knows the group, and what is held against those. */
  register: z
    .object({
      read: z.number().int(),
      matched: z.number().int(),
      removed: z.number().int(),
      merged: z.number().int(),
      signals: z.number().int(),
    })
    .nullable(),
  /** Of 360Giving, at the time of the run. */
  grants: z
    .object({
      read: z.number().int(),
      individuals: z.number().int(),
      live: z.number().int(),
      matched_by_id: z.number().int(),
      suggested_by_name: z.number().int(),
      unmatched: z.number().int(),
    })
    .nullable(),
  problems: z.array(problem),
})
export type Problem = z.infer<typeof problem>
export type Report = z.infer<typeof report>
