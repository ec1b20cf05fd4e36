/** The demonstration directory as it is written down: invented groups, with every age given in days before today. */
import { z } from 'zod'
import { CAPACITY_STATES } from '../../capacity/event.ts'
import { SIGNALS } from '../../freshness/evidence.ts'
import { FUNDING_SAYINGS } from '../../funding/event.ts'
import { KNOWERS } from '../../listings/claims.ts'
import { listingFields } from '../../listings/listing.ts'

const ago = z.number().min(0).max(2000)
const ahead = z.number().int().min(1).max(400)

const event = {
  confirmed: z
    .object({
      by: z.enum(KNOWERS),
      days_ago: ago,
      how: z.enum(['form', 'phone', 'visit', 'file']).default('form'),
    })
    .optional(),
  capacity: z
    .object({
      state: z.enum(CAPACITY_STATES),
      days_ago: ago,
      weeks: z.number().int().positive().optional(),
      until_in_days: ahead.optional(),
      by: z.enum(KNOWERS).default('group'),
    })
    .optional(),
  /** Said of single sessions since: which one, by its place in the list. */
  by_session: z
    .array(
      z.object({
        session: z.number().int().min(0),
        state: z.enum(CAPACITY_STATES),
        days_ago: ago,
        until_in_days: ahead.optional(),
      }),
    )
    .default([]),
  /** What the group said of room before: said once, when the demonstration begins. */
  earlier: z.array(z.object({ state: z.enum(CAPACITY_STATES), days_ago: ago })).default([]),
  funding: z
    .object({
      says: z.enum(FUNDING_SAYINGS),
      /** Below 0: it is over. */
      until_in_days: z.number().int().min(-400).max(800).optional(),
      days_ago: ago,
      by: z.enum(KNOWERS).default('group'),
    })
    .optional(),
  signal: z.object({ kind: z.enum(SIGNALS), days_ago: ago }).optional(),
  /** Days since the group wrote it down. */
  written_days_ago: ago.default(200),
  /** Days since it ended, with status "ended". */
  ended_days_ago: ago.optional(),
  /** Slug of the listing that took over. */
  successor: z.string().optional(),
}

/** A listing's fields as in src/listings/listing.ts, without what is computed, with its events beside them. */
const listing = z
  .object({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    ...listingFields.omit({ ended_on: true, successor: true }).shape,
    ...event,
  })
  .strict()

export const demoFile = z.object({
  groups: z
    .array(
      z
        .object({
          id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
          name: z.string().min(1).max(200),
          /** Reserved-looking and invented; never a number on a real register. */
          org_ids: z.array(z.string()).default([]),
          website: z.url({ hostname: /(^|\.)example\.org$/ }).optional(),
          listings: z.array(listing).min(1),
        })
        .strict(),
    )
    .min(1),
})
export type DemoFile = z.infer<typeof demoFile>
export type DemoListing = DemoFile['groups'][number]['listings'][number]
