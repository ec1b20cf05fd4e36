/** Who may do what to what: one table. Checked by the use cases, not by pages (OWASP ASVS 8.1.1, 8.3.1). */
import type { Listing } from '../listings/listing.ts'
import type { Grant, Role } from '../store/people/grant.ts'
import type { SignedIn } from './signed-in.ts'

/** own: of the group named in the grant. accepted: of groups that accepted the umbrella body. area: in its area. */
export type Reach = 'own' | 'accepted' | 'area' | 'all'

/** What can be done to a listing, or to a group (its people and new listings). Missing: that role may not. */
export const MAY = {
  /** Hidden contacts, colleagues' notes, funding, counts of people pointed there. */
  'see-private': {
    group: 'own',
    umbrella: 'accepted',
    'link-worker': 'area',
    desk: 'area',
    administrator: 'all',
  },
  confirm: { group: 'own', umbrella: 'accepted', 'link-worker': 'area', desk: 'area', administrator: 'all' },
  'say-capacity': {
    group: 'own',
    umbrella: 'accepted',
    'link-worker': 'area',
    desk: 'area',
    administrator: 'all',
  },
  'say-funding': { group: 'own', umbrella: 'accepted', desk: 'area', administrator: 'all' },
  edit: { group: 'own', umbrella: 'accepted', desk: 'area', administrator: 'all' },
  undo: { group: 'own', umbrella: 'accepted', desk: 'area', administrator: 'all' },
  'end-listing': { group: 'own', umbrella: 'accepted', desk: 'area', administrator: 'all' },
  'add-listing': { group: 'own', umbrella: 'accepted', desk: 'all', administrator: 'all' },
  /** Invite to a group, remove from it, hand it over. */
  'keep-people': { group: 'own', desk: 'all', administrator: 'all' },
  /** Accept an umbrella body's help, or end it. The desk only while nobody keeps the group: people/umbrellas/tie.ts. */
  'answer-umbrella': { group: 'own', desk: 'all', administrator: 'all' },
  'answer-link-workers': { group: 'own', umbrella: 'accepted' },
  'write-note': { 'link-worker': 'area', desk: 'area', administrator: 'all' },
  point: { 'link-worker': 'area', umbrella: 'accepted', desk: 'area', administrator: 'all' },
  /** Changes, keepers, reports, signals, reviews without an answer. */
  decide: { desk: 'area', administrator: 'all' },
  'erase-listing': { administrator: 'all' },
} as const satisfies { [action: string]: { [R in Role]?: Reach } }
export type Action = keyof typeof MAY

/** What can be done that is about no single listing. */
export const MAY_HERE = {
  'invite-groups': ['umbrella', 'administrator'],
  'ring-round': ['link-worker', 'umbrella', 'desk', 'administrator'],
  'save-searches': ['link-worker', 'umbrella', 'desk', 'administrator'],
  'see-trends': ['link-worker', 'umbrella', 'desk', 'administrator'],
  'see-desk': ['desk', 'administrator'],
  'switch-crisis': ['desk', 'administrator'],
  'read-audit': ['desk', 'administrator'],
  /** Reading a source now; in all areas also saying that a loss is meant, and taking a run back: see `mayEverywhere`. */
  'run-sources': ['desk', 'administrator'],
  'give-roles': ['administrator'],
} as const satisfies { [action: string]: readonly Role[] }
export type ActionHere = keyof typeof MAY_HERE

/** What is acted on. `areas`: codes and beginnings of postcodes it lies in; none: it is everywhere. */
export type Target = { group: string | null; umbrellas: readonly string[]; areas: readonly string[] }

/** Roles that can do harm beyond one group: they count only after a second factor. */
export const NEEDS_SECOND: readonly Role[] = ['desk', 'administrator']

/** The roles that count now. */
export function liveGrants(who: SignedIn | null): Grant[] {
  if (who === null) return []
  return who.grants.filter(
    ({ role, endedAt }) => endedAt === null && (who.second || !NEEDS_SECOND.includes(role)),
  )
}

function reaches(reach: Reach | undefined, { scope }: Grant, target: Target): boolean {
  if (reach === undefined) return false
  if (reach === 'all') return true
  if (reach === 'own') return scope !== null && scope === target.group
  if (reach === 'accepted') return scope !== null && target.umbrellas.includes(scope)
  return scope === null || target.areas.length === 0 || target.areas.includes(scope)
}

/** The role in which somebody may do this to that; null: nobody of theirs may. The lesser role first. */
export function may(who: SignedIn | null, action: Action, target: Target): Role | null {
  const row: { [R in Role]?: Reach } = MAY[action]
  return liveGrants(who).find((grant) => reaches(row[grant.role], grant, target))?.role ?? null
}

export function mayHere(who: SignedIn | null, action: ActionHere): Role | null {
  const roles: readonly Role[] = MAY_HERE[action]
  return liveGrants(who).find(({ role }) => roles.includes(role))?.role ?? null
}

/** The same for what reaches into every area at once, such as taking a run back: not in a role given for one area. */
export function mayEverywhere(who: SignedIn | null, action: ActionHere): Role | null {
  const roles: readonly Role[] = MAY_HERE[action]
  const has = ({ role, scope }: Grant) => roles.includes(role) && (scope === null || role === 'administrator')
  return liveGrants(who).find(has)?.role ?? null
}

/** `umbrellas`: the bodies whose help its group has accepted. */
export function targetOf(
  { group, places }: Pick<Listing, 'group' | 'places'>,
  umbrellas: readonly string[] = [],
): Target {
  const areas = places.flatMap(({ area_codes = [], postcode }) => [
    ...area_codes,
    ...(postcode === undefined ? [] : [postcode.trim().toUpperCase().split(' ')[0] ?? '']),
  ])
  return { group: group?.id ?? null, umbrellas, areas: [...new Set(areas)] }
}
