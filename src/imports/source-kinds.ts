/** The kinds of source there are: what a publisher's files or addresses are made like. */
import { REGISTERS, type Register } from '../freshness/register-entry.ts'

/** Those that `--as` names: files of a known standard, which need no profile. */
export const STANDARD_KINDS = ['360giving', ...REGISTERS, 'osm'] as const
export type StandardKind = (typeof STANDARD_KINDS)[number]

export const SOURCE_KINDS = [
  /** A spreadsheet or GeoJSON of a layout of its own: read with a profile. */
  'spreadsheet',
  'geojson',
  'open-referral',
  ...STANDARD_KINDS,
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Those that tell of groups, not of places to go to: only they can make drafts. */
export const REGISTER_KINDS = [
  'charity-commission',
  'charity-commission-legacy',
  'oscr',
  'ccni',
] as const satisfies readonly Register[]
