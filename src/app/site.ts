/** What a deployment changes about itself: data/site.json, checked when it is read. */
import { z } from 'zod'
import { KNOWERS } from '../listings/claims.ts'
import { INDEX } from '../search/meilisearch/settings.ts'
import { readData } from './read-data.ts'

const days = z.number().int().positive()
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as #0B5D3F')
const scheme = z
  .object({
    paper: colour,
    ink: colour,
    moss: colour,
    'moss-deep': colour,
    'moss-wash': colour,
    marigold: colour,
    line: colour,
  })
  .partial()

export const site = z.object({
  name: z.string().min(1),
  place: z.string().min(1),
  lang: z.string(),
  timezone: z.literal('Europe/London'),
  contact: z.object({ email: z.email(), phone: z.string(), phone_hours: z.string() }),
  colours: z.object({ light: scheme, dark: scheme }).partial(),
  logo: z.string().nullable(),
  /** `credit`: whose tiles PMTILES or TILES_URL brings; OpenStreetMap's where it is not said. */
  map: z.object({
    lat: z.number(),
    lng: z.number(),
    zoom: z.number(),
    credit: z.string().max(200).optional(),
  }),
  search: z.object({
    within_miles: z.number().positive(),
    within_choices_miles: z.array(z.number().positive()).min(1),
    /** So few results, or fewer, and the page says what else there is: three can be rung before a kettle boils. */
    few: z.number().int().min(1).default(3),
    /** What its index is called on a Meilisearch server: sites that share one need a name each. */
    index: z
      .string()
      .regex(
        /^(?!.*beside)[a-z0-9-]{1,60}$/,
        'is not a name of small letters, digits and hyphens without "beside"',
      )
      .default(INDEX),
  }),
  freshness: z.object({
    confirmed_days: days,
    due_days: days,
    signal_grace_days: z.number().int().min(0),
    lasts_days: z.record(z.enum(KNOWERS), days),
  }),
  capacity: z.object({ open_days: days, waiting_days: days, full_days: days, paused_days: days }),
  /**
   * "It goes on" holds a year and a month: grants are given by the year, and decided some weeks late. `ask_days` before
   * the end (eight weeks: renewals are decided by then, and people can still be told) and `ask_after_days` after it (two
   * weeks: whoever goes on has begun again) somebody is asked for certain. Asks of one day, such as 31 March, are spread
   * over `spread_days` and `spread_after_days` either side.
   */
  funding: z
    .object({
      goes_on_days: days,
      notice_days: days,
      ask_days: days,
      ask_after_days: days.default(14),
      spread_days: z.number().int().min(0).default(14),
      spread_after_days: z.number().int().min(0).default(7),
    })
    .refine(
      ({ ask_days, ask_after_days, spread_days, spread_after_days }) =>
        spread_days < ask_days && spread_after_days < ask_after_days,
      'the spread of asks reaches beyond the end',
    ),
  /**
   * How far listings stand back to which many people were sent this week: steps (tenths of a mile) for five people, as
   * much again for every doubling; 0: not at all, and equals are ordered by name. See search/fairness.ts.
   */
  fairness: z.object({ strength: z.number().min(0).max(15) }).default({ strength: 10 }),
  /** So many alike, from different networks or days, lower the standing until somebody looked: one alone may be a mistake. */
  reports: z.object({ alike: z.number().int().min(2) }).default({ alike: 2 }),
  /** A change can be put back for so long: after that too much else may rest on it. */
  editing: z.object({ undo_days: days }).default({ undo_days: 30 }),
  /** A run in which more than this share of what a source said before would go missing is refused. */
  imports: z
    .object({
      loss_share: z.number().min(0).max(1),
      /** As for a share that cannot be used: five in a hundred are typing errors, more is another layout. */
      refuse_share: z.number().min(0).max(1).default(0.05),
      /** Lists are read by the week or the month and drop rows by accident: once, or for some days, tells nothing. */
      missing_runs: z.number().int().min(1).default(2),
      missing_days: z.number().int().min(0).default(14),
    })
    .default({ loss_share: 0.2, refuse_share: 0.05, missing_runs: 2, missing_days: 14 }),
  /** School terms, for sessions that run in term time only. */
  terms: z.array(z.object({ from: z.iso.date(), until: z.iso.date() })),
})
export type Site = z.infer<typeof site>

export const readSite = (): Site => readData('data/site.json', site)
