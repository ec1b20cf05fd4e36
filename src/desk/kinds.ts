/**
 * The kinds of matter that wait for the desk: what each is about, what can be decided, and in how many days the desk
 * means to. A new kind (a conflict between sources, a match) is one more entry and its words.
 */
import { z } from 'zod'
import { RULINGS } from './conflict/ruling.ts'
import { PEOPLE } from '../listings/claims.ts'
import { FIELD_NAMES, type FieldName } from '../listings/listing.ts'

const field = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]])
/** One changed field, before and after, in the order of a form. */
const difference = z.object({ field, from: z.unknown(), to: z.unknown() })

export const KINDS = {
  /** Somebody changed a listing. "held": not public until accepted. "live": it is public; the desk looks it over. */
  change: {
    about: z.object({
      how: z.enum(['held', 'live', 'new']),
      /** Who says so: settles as this author's claims. */
      by: z.enum(['group', 'umbrella', 'desk', 'link-worker']),
      /** The revision it was written against. */
      revision: z.number().int(),
      differences: z.array(difference),
      /** Language of whoever sent it: a letter about it is in the same. */
      lang: z.enum(['en', 'cy']).optional(),
    }),
    decisions: ['accepted', 'refused'],
    target_days: 5,
  },
  /** Somebody asks to keep a group's listings, and the address the listing has is not theirs. */
  keeper: {
    about: z.object({
      words: z.string(),
      website: z.string().nullable(),
      /** Where the answer goes; emptied with it. */
      email: z.string(),
      lang: z.enum(['en', 'cy']).default('en'),
    }),
    decisions: ['accepted', 'refused'],
    target_days: 3,
  },
  /** Anybody said that something is wrong; several alike are one. */
  report: {
    about: z.object({
      what: z.enum(['closed', 'moved', 'full', 'number', 'other']),
      /** `from`: a mark of the network on that day, which says nothing else; taken out when it is decided. */
      said: z.array(z.object({ at: z.string(), words: z.string(), from: z.string() })),
      /** Addresses to tell the outcome, deleted with it. */
      tell: z.array(z.object({ to: z.email(), lang: z.enum(['en', 'cy']) })),
    }),
    decisions: ['right', 'put-right', 'ended'],
    target_days: 3,
  },
  /** A source now says something else than a person said: nothing was overwritten. One a listing and source. */
  conflict: {
    about: z.object({
      /** Id of the source, and its name. */
      source: z.string(),
      name: z.string(),
      fields: z.array(
        z.object({
          field,
          shown: z.unknown(),
          by: z.enum(PEOPLE),
          said_at: z.string(),
          offered: z.unknown(),
          offered_at: z.string(),
          /** Only where it was decided. */
          ruling: z.enum(RULINGS).optional(),
        }),
      ),
    }),
    decisions: ['ruled'],
    target_days: 10,
  },
  /** A letter came back, a website is gone, a register says the group has: something outside says it may not be right. */
  signal: {
    about: z.object({
      signal: z.string(),
      kind: z.string(),
      words: z.string(),
      /** What a register of charities says; `on`: the day it happened, or up to which the last accounts go. */
      register: z
        .object({
          source: z.string(),
          org_id: z.string(),
          name: z.string(),
          on: z.string().nullable(),
          successor: z.object({ org_id: z.string(), name: z.string() }).nullable(),
        })
        .optional(),
    }),
    decisions: ['right', 'put-right', 'ended'],
    target_days: 10,
  },
  /** Everybody was asked and nobody answered. */
  review: {
    about: z.object({ asked: z.number().int(), since: z.string() }),
    decisions: ['right', 'put-right', 'ended'],
    target_days: 14,
  },
  /** A funder or a register tells of somebody who may be one of the groups here: by name, not by number. */
  'same-group': {
    about: z.object({
      /** null: nobody runs the listings yet. */
      group: z.object({ id: z.string(), name: z.string(), ids: z.array(z.string()).default([]) }).nullable(),
      listings: z.array(z.object({ id: z.string(), name: z.string(), postcodes: z.array(z.string()) })),
      /** As it is told: all of its numbers, the first of which names it. */
      org: z.object({
        id: z.string(),
        ids: z.array(z.string()),
        name: z.string(),
        postcode: z.string().nullable(),
      }),
      /** Id of the source that tells of it. */
      told: z.string(),
      why: z.enum(['grants', 'register']),
      /** Its grants together; null where a register tells of it. */
      grants: z
        .object({
          count: z.number().int(),
          funders: z.array(z.string()),
          pence: z.number().nullable(),
          endsOn: z.string().nullable(),
        })
        .nullable(),
    }),
    decisions: ['same', 'different'],
    target_days: 21,
  },
  /** Two listings that different sources told of, and that may be one. */
  match: {
    about: z.object({
      /** Ids: the one that was here, and the one that came. */
      a: z.string(),
      b: z.string(),
      /** As imports/matching/compare.ts gives them. */
      score: z.number(),
      why: z.array(z.string()),
      against: z.array(z.string()),
    }),
    decisions: ['same', 'different'],
    target_days: 14,
  },
} as const satisfies {
  [kind: string]: { about: z.ZodType; decisions: readonly string[]; target_days: number }
}
export type Kind = keyof typeof KINDS
export type AboutOf<K extends Kind> = z.infer<(typeof KINDS)[K]['about']>
