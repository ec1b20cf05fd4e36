/** What the simulation of fair order assumes: world.json, each number with its unit, reason and source. */
import { readFileSync } from 'node:fs'
import type { Assumed } from '../world.ts'

const NAMES = [
  'days',
  'searches',
  'with_place',
  'by_name',
  'travel',
  'zipf',
  'counts',
  'by_need',
  'by_kind',
  'position',
  'read',
  'goes',
  'full_taken',
  'known',
  'room',
  'room_spread',
  'says_full',
  'full_days',
] as const
export type FairWorld = { [N in (typeof NAMES)[number]]: number }

/** The file as it is written, for the table in the report. */
export const assumedFair = (): { [name: string]: Assumed } =>
  JSON.parse(readFileSync(new URL('world.json', import.meta.url), 'utf8'))

/** Throws where a number is missing. */
export function fairWorld(): FairWorld {
  const assumed = assumedFair()
  return Object.fromEntries(
    NAMES.map((name) => {
      const value = assumed[name]?.value
      if (typeof value !== 'number') throw new Error(`bench/simulate/fair/world.json has no number "${name}"`)
      return [name, value]
    }),
  ) as FairWorld
}
