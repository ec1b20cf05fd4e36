/**
 * What a listing is: something a person can go to, ring or use, run by a group.
 * Every field here is settled from claims (see claims.ts); nothing else may write one.
 */
import { z } from 'zod'
import { session } from './session.ts'

/** Longest plain line under a name: what fits two lines on a phone. Characters. */
export const SUMMARY_MAX = 160

const words = (max: number) => z.string().trim().max(max)
/** A taxonomy id such as "food-bank"; whether it exists is checked against the taxonomy when it is used. */
const term = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id of small letters, digits and dashes')
const terms = z.array(term).max(60)
/** A calendar day in Europe/London, "2026-11-22". */
export const day = z.iso.date()
/** An instant in UTC, "2026-11-22T09:00:00.000Z". */
export const instant = z.iso.datetime()

export const latLng = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })

/**
 * How near the truth a point is: the door itself, the middle of a full postcode (about 50 m),
 * or the middle of an area such as an outcode or a ward (a mile or more). Never shown as more than it is.
 */
export const PRECISIONS = ['exact', 'postcode', 'area'] as const
export const precision = z.enum(PRECISIONS)

export const place = z.object({
  name: words(200).optional(),
  address: words(400).optional(),
  town: words(100).optional(),
  postcode: words(10).optional(),
  point: latLng.optional(),
  precision: precision.optional(),
  /** Ward or district code (GSS) the point lies in, where known. */
  area_codes: z.array(z.string().max(20)).max(8).optional(),
  /** The address must stay hidden (a refuge): only town and an area point may ever be shown. */
  masked: z.boolean().optional(),
})

/** Who may use it, whatever the place it meets in. */
export const catchment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anyone') }),
  z.object({ kind: z.literal('country'), code: z.string().max(20).default('GB') }),
  /** Miles from any of the listing's places. */
  z.object({ kind: z.literal('radius'), miles: z.number().positive().max(500) }),
  /** GSS codes of wards or districts, with the names people know them by. */
  z.object({
    kind: z.literal('areas'),
    codes: z.array(z.string().max(20)).min(1).max(500),
    names: z.array(words(100)).max(500).default([]),
  }),
  /** Postcode beginnings: "M33", "M33 2", "WA". */
  z.object({ kind: z.literal('postcodes'), starts: z.array(z.string().max(8)).min(1).max(500) }),
  /** Practice codes (ODS), with names. */
  z.object({
    kind: z.literal('practices'),
    codes: z.array(z.string().max(12)).max(200).default([]),
    names: z.array(words(120)).max(200).default([]),
  }),
])

export const GENDERS = ['women', 'men', 'non-binary'] as const
export const audience = z.object({
  age_from: z.number().int().min(0).max(120).optional(),
  age_to: z.number().int().min(0).max(120).optional(),
  /** Absent: everybody. */
  gender: z.enum(GENDERS).optional(),
  /** Ids of taxonomy audiences: "lgbt", "veterans", "south-asian", "carers", "students"… */
  communities: terms.default([]),
  carers: z.boolean().optional(),
  /** Ids of taxonomy conditions: "dementia", "parkinsons"… */
  conditions: terms.default([]),
})

export const HOWS = ['in-person', 'phone', 'video', 'online', 'home-visit', 'accompanied'] as const
export const COSTS = ['free', 'donation', 'paid'] as const
export const cost = z.object({
  kind: z.enum(COSTS),
  /** Pence, the usual price of one time. */
  amount_pence: z.number().int().min(0).max(10_000_000).optional(),
  words: words(300).optional(),
})
export const JOINS = ['turn-up', 'book', 'self-refer', 'referral'] as const
export const REFERRERS = ['gp', 'link-worker', 'social-care', 'professional'] as const
export const join = z.object({
  ways: z.array(z.enum(JOINS)).max(4).default([]),
  referral_by: z.array(z.enum(REFERRERS)).max(4).default([]),
  words: words(600).optional(),
})

export const phone = z.object({
  number: words(30),
  hours: words(200).optional(),
  visible: z.boolean().default(true),
})
export const email = z.object({ address: z.email().max(254), visible: z.boolean().default(true) })
/** A role ("referrals", "secretary"), never a person's name. */
export const contact = z.object({ role: words(80), phone: phone.optional(), email: email.optional() })
/** Only http and https ever reach a page; anything else is refused where it is read. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(2000)
export const link = z.object({ label: words(80), url: webAddress })

export const safeguarding = z.object({
  policy: z.boolean().optional(),
  dbs_checked: z.boolean().optional(),
  lead: z.boolean().optional(),
  insured: z.boolean().optional(),
  words: words(600).optional(),
})
export const support = z.object({ can: words(1000).optional(), cannot: words(1000).optional() })

export const STATUSES = ['draft', 'published', 'paused', 'ended'] as const

const translation = z
  .object({
    name: words(200),
    summary: words(SUMMARY_MAX),
    description: words(8000),
    first_time: words(1000),
  })
  .partial()

/** The fields of a listing, one claim each. The order is the order of forms and of differences. */
export const listingFields = z.object({
  name: z.string().trim().min(1).max(200),
  summary: words(SUMMARY_MAX).optional(),
  description: words(8000).optional(),
  kinds: terms.default([]),
  needs: terms.default([]),
  audience: audience.optional(),
  eligibility: words(1000).optional(),
  how: z.array(z.enum(HOWS)).max(6).default([]),
  cost: cost.optional(),
  access: terms.default([]),
  access_words: words(1000).optional(),
  /** BCP 47: "en", "cy", "ur", "bfi" (British Sign Language). */
  languages: z.array(z.string().max(12)).max(60).default([]),
  join: join.optional(),
  places: z.array(place).max(50).default([]),
  catchment: catchment.optional(),
  sessions: z.array(session).max(60).default([]),
  /** What the group or the file said about times, word for word: always kept, whatever could be understood of it. */
  times_words: words(1500).optional(),
  phone: phone.optional(),
  email: email.optional(),
  website: webAddress.optional(),
  contacts: z.array(contact).max(10).default([]),
  links: z.array(link).max(20).default([]),
  safeguarding: safeguarding.optional(),
  support: support.optional(),
  first_time: words(1000).optional(),
  translations: z.record(z.enum(['cy']), translation).optional(),
  status: z.enum(STATUSES).default('published'),
  /** Day it ended, where somebody said so. */
  ended_on: day.optional(),
  /** Id of the listing that took over. */
  successor: z.string().max(40).optional(),
})

export type ListingFields = z.infer<typeof listingFields>
export type FieldName = keyof ListingFields
export const FIELD_NAMES = Object.keys(listingFields.shape) as FieldName[]
export type Place = z.infer<typeof place>
export type LatLng = z.infer<typeof latLng>
export type Precision = z.infer<typeof precision>
export type Catchment = z.infer<typeof catchment>
export type Audience = z.infer<typeof audience>
export type Status = z.infer<typeof listingFields.shape.status>

/** A listing as the store gives it. Three dates, never one: see also `confirmedAt` in freshness/. */
export type Listing = ListingFields & {
  id: string
  slug: string
  /** Goes up by one at each change of a field: a writer must name the one it read. */
  revision: number
  /** Place in the store's change feed; what the search index follows. */
  change: number
  group: { id: string; name: string } | null
  /** A value changed. */
  editedAt: string
  /** A file last said so again; null where no file ever did. */
  importedAt: string | null
}
