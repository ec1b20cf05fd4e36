/** What the review plan assumes of the world, checked when it is read: data/review.json. */
import { z } from 'zod'
import { KNOWERS } from '../../listings/claims.ts'
import { SIGNALS } from '../evidence.ts'
import { RUNGS } from '../ladder.ts'
import { KIND_CLASSES } from './reviewed.ts'

const source = z.string().min(1)
const why = z.string().min(1)
/** One number with its unit, why it is what it is, and who says so ("assumed" where nobody does). */
const one = (check: z.ZodNumber) =>
  z.object({ value: check, unit: z.string().min(1), why, source }).transform(({ value }) => value)
/** Several alike. */
const many = <K extends string>(names: readonly K[], check: z.ZodNumber) =>
  z
    .object({ values: z.record(z.enum(names), check), unit: z.string().min(1), why, source })
    .transform(({ values }) => values as { [N in K]: number })

const share = z.number().min(0).max(1)
const amount = z.number().min(0)
const whole = z.number().int().min(0)
const lists = z.object({
  values: z.object({
    building: z.array(z.string()),
    course: z.array(z.string()),
    service: z.array(z.string()),
  }),
  why,
})

export const reviewData = z.object({
  kinds: lists.transform(({ values }) => values),
  ends_a_year: many(KIND_CLASSES, amount),
  times_change_a_year: many(KIND_CLASSES, amount),
  moves_a_year: many(KIND_CLASSES, amount),
  contact_changes_a_year: many(KIND_CLASSES, amount),
  grant_funded: many(KIND_CLASSES, share),
  grant_years: one(z.number().positive()),
  renewed: one(share),
  ends_31_march: one(share),
  survives_said_end: one(share),
  right_when_confirmed: many(KNOWERS, share),
  right_when_typed: one(share),
  doubt_of_signal: many(SIGNALS, z.number().min(1)),
  answers: one(share),
  answers_weight: one(z.number().positive()),
  answers_at_least: one(share),
  ended_answer: one(share),
  ring_answers: one(share),
  looks_at_least: one(z.number().positive()),
  pointing_is_looks: one(amount),
  lead_days: one(whole),
  stands_at_least_days: one(whole),
  doubt_costs: one(amount),
  ask_below: one(share),
  pull_in_days: one(whole),
  waits: many(RUNGS, whole),
  blocked_days: one(whole),
  person_gap_days: one(whole),
  person_a_year: one(whole),
  letters_a_day: one(whole),
  letters_a_listing_a_year: one(amount),
  letters_a_year_at_least: one(whole),
  rings_a_day: one(whole),
  desk_a_day: one(whole),
})

/** Plain numbers, as the rules use them; units and reasons stand in the file. */
export type Assumptions = z.output<typeof reviewData>
