/** What the simulation assumes of the world: world.json, each number with its unit, reason and source. */
import { readFileSync } from 'node:fs'
import type { KindClass } from '../../src/freshness/review/reviewed.ts'

type ByKind = { [K in KindClass]: number }
type Shares = readonly (readonly [number, number])[]
export type World = {
  listings: number
  years: number
  new_a_year: number
  kinds: ByKind
  group_size: Shares
  looks_spread: number
  looks_median: number
  ends_a_year: ByKind
  times_change_a_year: ByKind
  moves_a_year: ByKind
  grant_funded: ByKind
  grant_length: Shares
  renewed: number
  ends_31_march: number
  lingers_days: number
  fills: ByKind
  room_weeks: number
  full_weeks: number
  answers: number
  never_answers: number
  answers_spread: number
  second_person: number
  ended_answers: number
  answers_after: readonly number[]
  careless: number
  mailbox_dies: number
  mailbox_back: number
  tells_unasked: number
  misled_report: number
  worker_rings: number
  worker_tells: number
  ring_answered: number
  ring_ended: number
  desk_finds: number
  site_goes: number
  site_goes_days: number
  site_fails: number
  grant_known: number
  tells_funding: number
  heeds_doubt: number
  rings_first: number
  full_goes: number
}

export type Assumed = { value: unknown; unit: string; why: string; source: string }

/** The file as it is written, for the table in the report. */
export const assumed = (): { [name: string]: Assumed } =>
  JSON.parse(readFileSync(new URL('world.json', import.meta.url), 'utf8'))

export const world = (): World =>
  Object.fromEntries(Object.entries(assumed()).map(([name, { value }]) => [name, value])) as World

/** Every kind so many times as much. */
export const times = (it: ByKind, factor: number): ByKind =>
  Object.fromEntries(Object.entries(it).map(([kind, value]) => [kind, value * factor])) as ByKind
