/** What counts when two sources speak of one listing: data/matching.json. Each number with its unit and its reason. */
import { z } from 'zod'

const measured = (least: number, most: number) =>
  z
    .strictObject({ value: z.number().min(least).max(most), unit: z.string().min(1), why: z.string().min(1) })
    .transform(({ value }) => value)
const points = measured(0, 100)
const against = measured(-100, 0)
const share = measured(0, 1)
const word = z.string().regex(/^[\p{Ll}\p{N}]+$/u, 'is not one word in small letters')
const phrase = z.string().regex(/^[\p{Ll}\p{N}]+( [\p{Ll}\p{N}]+)*$/u, 'is not words in small letters')
const about = z.string().optional()
const words = z.array(word).transform((all): ReadonlySet<string> => new Set(all))

/** Looked up by words of names, and "constructor" is one: nothing is in it but what the file says. */
const bare = <T>(words: { [word: string]: T }): { [word: string]: T } =>
  Object.assign(Object.create(null), words)

export const matchingSchema = z
  .strictObject({
    $about: about,
    points: z.strictObject({
      name: points,
      place: points,
      phone: points,
      website: points,
      org_id: points,
      other_place: against,
      other_contact: against,
      other_org_id: against,
      other_marks: against,
    }),
    limits: z.strictObject({
      same: points,
      ask: points,
      name_alike: share,
      name_close: share,
      name_rare: measured(0, 5),
      name_more: measured(0, 5),
      name_own: measured(0, 5),
      part: share,
      near: measured(1, 1000),
      shared: measured(1, 100),
    }),
    blocks: z.strictObject({ name: measured(1, 500), place: measured(1, 500), contact: measured(1, 500) }),
    weights: z.strictObject({
      $about: about,
      address: z.number().min(0).max(1),
      year: z.number().min(0).max(1),
      none: words,
      legal: words,
      common: z.record(word, z.number().min(0).max(1)).transform(bare),
    }),
    long_forms: z.record(word, phrase).transform(bare),
    marks: z.strictObject({ $about: about, ages: words, sexes: words, parts: words, activities: words }),
  })
  .refine(({ limits }) => limits.ask < limits.same, {
    path: ['limits', 'ask'],
    message: 'must be below "same"',
  })
export type Matching = z.infer<typeof matchingSchema>
