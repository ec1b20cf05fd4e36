/** Listings that rows of a batch may be: sought by all they can have in common, looked through by what stands in rows. */
import type { Statement } from '../../listings/claims.ts'
import type { Alikes, Candidate, ImportTransaction, Sought } from '../../store/import-store.ts'
import { compare, type Side } from './compare.ts'
import { nameKey } from './identity.ts'
import { sideOfStatements, withoutShared } from './side.ts'
import type { Matching } from './weights.ts'

/** Listings looked at whole for one row. */
const MOST_A_ROW = 8

/** A row that asks, and what of it is compared. */
export type Asking = { row: object; side: Side }
export type Alike = {
  /** Ids of listings worth comparing, likeliest first. */
  of: (row: object) => string[]
  /** Those that the asking source itself told of: never the row's own thing, but what was said of them counts. */
  own: (row: object) => string[]
  /** Numbers of the group that runs a listing. */
  orgIds: (listing: string) => readonly string[]
  /** True for telephones and hosts that so many listings have that they tell nobody apart. */
  shared: (kind: 'phone' | 'host', value: string) => boolean
}

export async function alikeTo(
  tx: Pick<ImportTransaction, 'candidates'>,
  asking: readonly Asking[],
  source: string,
  matching: Matching,
): Promise<Alike> {
  const found = await tx.candidates(sought(asking, matching))
  const shared = (kind: 'phone' | 'host', value: string): boolean => {
    const having = (kind === 'phone' ? found.phones : found.hosts).get(value) ?? []
    return new Set(having.map(({ listing }) => listing)).size > matching.limits.shared
  }
  const orgIds = new Map<string, readonly string[]>()
  const looked = new Map(
    asking.map(({ row, side }) => {
      const all = together(side, found)
      for (const candidate of all) orgIds.set(candidate.listing, candidate.orgIds)
      return [row, worthComparing(side, all, { source, matching, shared })] as const
    }),
  )
  return {
    of: (row) => looked.get(row)?.others ?? [],
    own: (row) => looked.get(row)?.own ?? [],
    orgIds: (listing) => orgIds.get(listing) ?? [],
    shared,
  }
}

function sought(asking: readonly Asking[], { limits, blocks }: Matching): Sought {
  const all = <T>(of: (side: Side) => readonly T[]): T[] => asking.flatMap(({ side }) => of(side))
  const { name, place, contact } = blocks
  return {
    names: all(({ names }) => names.map(nameKey)),
    postcodes: all(({ postcodes }) => postcodes),
    phones: all(({ phones }) => phones),
    hosts: all(({ hosts }) => hosts),
    orgIds: all(({ orgIds }) => orgIds),
    points: all(({ points }) => points),
    near: limits.near,
    most: { names: name, postcodes: place, points: place, phones: contact, hosts: contact, orgIds: contact },
  }
}

type Looking = { source: string; matching: Matching; shared: Alike['shared'] }

/** By what stands in the statement's row alone: most of a building is out before a listing is read. */
function worthComparing(
  side: Side,
  all: Iterable<Candidate>,
  { source, matching, shared }: Looking,
): { others: string[]; own: string[] } {
  const row = withoutShared(side, shared)
  const best = new Map<string, number>()
  const own = new Set<string>()
  for (const candidate of all) {
    const { is, score } = compare(row, withoutShared(sideOfCandidate(candidate), shared), matching)
    if (is === 'different') continue
    if (candidate.source === source) own.add(candidate.listing)
    else best.set(candidate.listing, Math.max(score, best.get(candidate.listing) ?? -Infinity))
  }
  const others = [...best]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_A_ROW)
    .map(([listing]) => listing)
  return { others, own: [...own] }
}

function together(side: Side, found: Alikes): Set<Candidate> {
  return new Set([
    ...side.names.flatMap((name) => found.names.get(nameKey(name)) ?? []),
    ...side.postcodes.flatMap((value) => found.postcodes.get(value) ?? []),
    ...side.phones.flatMap((value) => found.phones.get(value) ?? []),
    ...side.hosts.flatMap((value) => found.hosts.get(value) ?? []),
    ...side.orgIds.flatMap((value) => found.orgIds.get(value) ?? []),
    ...side.points.flatMap(({ lat, lng }) => found.points.get(`${lat},${lng}`) ?? []),
  ])
}

const sideOfCandidate = ({ name, postcode, point, phone, host, orgIds }: Candidate): Side => ({
  names: name === null ? [] : [name],
  postcodes: postcode === null ? [] : [postcode],
  points: point === null ? [] : [point],
  phones: phone === null ? [] : [phone],
  hosts: host === null ? [] : [host],
  orgIds,
  placeWords: [],
})

/** A listing as it is compared with a row: all that its sources say. */
export const sideOfListing = (
  statements: readonly Statement[],
  orgIds: readonly string[],
  { shared }: Alike,
): Side => withoutShared(sideOfStatements(statements, orgIds), shared)
