/** The kinds of source there are: what a publisher's files or addresses are made like. */
export const SOURCE_KINDS = [
  /** A spreadsheet or GeoJSON of a layout of its own: read with a profile. */
  'spreadsheet',
  'geojson',
  'open-referral',
  '360giving',
  'charity-commission',
  'charity-commission-legacy',
  'oscr',
  'ccni',
  'charity-mergers',
  'charity-reregistrations',
  'osm',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Those that `--as` names: files of a known standard, which need no profile. */
export const STANDARD_KINDS = [
  '360giving',
  'charity-commission',
  'charity-commission-legacy',
  'oscr',
  'ccni',
  'charity-mergers',
  'charity-reregistrations',
  'osm',
] as const satisfies readonly SourceKind[]
export type StandardKind = (typeof STANDARD_KINDS)[number]

/** Those that tell of groups, not of places to go to: only they can make drafts. */
export const REGISTER_KINDS = [
  'charity-commission',
  'charity-commission-legacy',
  'oscr',
  'ccni',
] as const satisfies readonly StandardKind[]
