/**
 * Settling: from what every source says of a listing to what is shown, by who is believed about what.
 * Pure and quick: an import settles each of its rows (100,000 of them), so nothing is checked twice here.
 */
import { z } from 'zod'
import { AUTHORS, isPerson, type Author, type Claim, type Provenance, type Statement } from './claims.ts'
import { FIELD_NAMES, listingFields, type FieldName, type ListingFields, type Place } from './listing.ts'
import { withDoors } from './door.ts'
import { hides, shownPlaces } from './masked.ts'
import { sameValue } from './same-value.ts'

const RANKED = AUTHORS.filter((author) => author !== 'suggested')
const rank = z.number().int().min(0).max(100)

/** How far each author is believed about a field; a suggestion is below everybody. */
export type Believed = { readonly [A in Author]: number } & {
  /** Of the sources that have a rank of their own: instead of their author's. See source-ranks.ts. */
  readonly bySource?: ReadonlyMap<string, number>
}
export type Ranks = { readonly [F in FieldName]: Believed }

/** data/source-ranks.json: groups of fields with the rank of each author. Gives them by field. */
export const ranksSchema = z
  .object({ $about: z.string().optional() })
  .catchall(
    z.strictObject({
      $why: z.string().optional(),
      fields: z.array(z.enum(FIELD_NAMES)).min(1),
      ranks: z.record(z.enum(RANKED), rank),
    }),
  )
  .transform((file, check): Ranks => {
    const byField: { [field: string]: { [author: string]: number } } = {}
    for (const [group, value] of Object.entries(file)) {
      if (typeof value !== 'object') continue
      for (const field of value.fields) {
        if (field in byField)
          check.addIssue({ code: 'custom', path: [group, 'fields'], message: `names ${field} a second time` })
        byField[field] = { ...value.ranks, suggested: -1 }
      }
    }
    for (const field of FIELD_NAMES)
      if (!(field in byField))
        check.addIssue({ code: 'custom', path: [field], message: 'is in no group of fields' })
    return byField as { [field: string]: unknown } as Ranks
  })

/** What one source offers against the value shown; null: "there is none". */
export type Offered = { value: unknown; source: string; by: Author; at: string }
export type Differing = { field: FieldName; shown: unknown; offered: Offered[] }

export type Settled =
  /** `differing`: what people or files say otherwise, most believed first. Guesses are not held against anybody. */
  | { is: 'settled'; fields: ListingFields; provenance: Provenance; differing: Differing[] }
  /** No source gives it a name: there is nothing to show. */
  | { is: 'nameless' }

type Loose = { [field: string]: unknown }

const EMPTY: Loose = listingFields.omit({ name: true }).parse({})

/**
 * What a person says wins over what any file says, whatever the ranks. Of people, and of files, the highest rank for the
 * field wins; of equals the latest; of those the first source by id. A null that wins leaves the field empty. The same statements give the same result in any order; no statement is changed.
 */
export function settle(statements: readonly Statement[], ranks: Ranks): Settled {
  const fields: Loose = {}
  const provenance: Loose = {}
  const differing: Differing[] = []
  let said: Provenance[FieldName]
  const desk = statements.find(({ source }) => source === 'desk')?.fields
  for (const field of FIELD_NAMES) {
    const ruled = desk?.[field]?.ruled
    const told = field === 'status' ? withoutDrafts(statements) : statements
    const heard = ruled === undefined ? told : heardUnder(told, field, desk?.[field])
    const best = bestOf(heard, field, ranks[field])
    const claim = best?.fields[field]
    const value = best && claim ? shownValue(best, claim, field, statements) : null
    if (value !== null) fields[field] = value
    else fill(fields, field)
    if (best === null || claim === undefined) continue
    // Claims of one file share when, by whom and how: one object a source is enough.
    if (
      said?.source !== best.source ||
      said.at !== claim.at ||
      said.by !== claim.by ||
      said.how !== claim.how
    )
      said = { source: best.source, by: claim.by, at: claim.at, how: claim.how }
    provenance[field] =
      ruled && heard.length === 1 && (best.source === 'desk' || best.source === ruled.source)
        ? { ...said, ruled: ruled.is }
        : said
    if (statements.length === 1) continue
    const offered = otherwise(told, field, best, fields[field], ranks[field])
    if (offered.length > 0) differing.push({ field, shown: fields[field] ?? null, offered })
  }
  if (fields['name'] === undefined) return { is: 'nameless' }
  return { is: 'settled', fields: fields as ListingFields, provenance: provenance as Provenance, differing }
}

function fill(fields: Loose, field: FieldName): void {
  const empty = EMPTY[field]
  // A list of its own for each listing: whoever changes one must not change all.
  if (empty !== undefined) fields[field] = Array.isArray(empty) ? [] : empty
}

/**
 * A register makes drafts because it does not know where help is given. Once a list tells of the same thing that is no
 * word against it: a listing that people find must not go when the two are made one.
 */
function withoutDrafts(statements: readonly Statement[]): readonly Statement[] {
  const isDraft = ({ fields: { status } }: Statement) => status?.by === 'register' && status.value === 'draft'
  if (statements.length === 1 || !statements.some(isDraft)) return statements
  const isList = ({ fields }: Statement) => Object.values(fields).some(({ by }) => by === 'source')
  return statements.some(isList) ? statements.filter((one) => !isDraft(one)) : statements
}

/**
 * Who is heard where the desk has ruled on the field. What people said before the ruling no longer counts; what a
 * person said since ends it.
 */
function heardUnder(
  statements: readonly Statement[],
  field: FieldName,
  ruling: Claim | undefined,
): readonly Statement[] {
  if (ruling?.ruled === undefined) return statements
  const { at, ruled } = ruling
  const since = statements.filter(({ source, fields }) => {
    const claim = fields[field]
    return source !== 'desk' && claim !== undefined && isPerson(claim.by) && laterBy(claim.at, at) > 0
  })
  const files = statements.filter(({ fields }) => {
    const claim = fields[field]
    return claim !== undefined && !isPerson(claim.by)
  })
  if (since.length > 0) return [...since, ...files]
  if (ruled.is === 'take') return statements.filter(({ source }) => source === 'desk')
  const followed = files.find((it) => it.source === ruled.source && it.fields[field]?.by !== 'suggested')
  if (followed !== undefined) return [followed]
  // The source is silent: what others say counts as ever, and what was taken only where nobody says anything.
  const others = statements.filter(({ source, fields }) => source !== 'desk' && fields[field] !== undefined)
  return others.length > 0 ? others : statements
}

/** The statement whose claim on the field counts most; null where nobody says anything. */
function bestOf(statements: readonly Statement[], field: FieldName, believed: Believed): Statement | null {
  let best: Statement | null = null
  let claim: Claim | undefined
  for (const statement of statements) {
    const next = statement.fields[field]
    if (next === undefined) continue
    if (
      best === null ||
      claim === undefined ||
      counts(next, statement.source, claim, best.source, believed) > 0
    ) {
      best = statement
      claim = next
    }
  }
  return best
}

/** Above 0 where claim `a` of one source counts more than claim `b` of another. No rank lifts a file above a person. */
function counts(a: Saying, aSource: string, b: Saying, bSource: string, believed: Believed): number {
  const person = isPerson(a.by)
  if (person !== isPerson(b.by)) return person ? 1 : -1
  const rank = rankOf(a.by, aSource, believed) - rankOf(b.by, bSource, believed)
  if (rank !== 0) return rank
  if (a.at !== b.at) return laterBy(a.at, b.at)
  return aSource < bSource ? 1 : -1
}
type Saying = Pick<Claim, 'by' | 'at'>

/** A rank of its own is for what the source itself says: not for people, nor for what was guessed from its words. */
function rankOf(by: Author, source: string, believed: Believed): number {
  if (believed.bySource === undefined || (by !== 'source' && by !== 'register')) return believed[by]
  return believed.bySource.get(source) ?? believed[by]
}

/** Instants of one length sort as text; "09:00:00Z" and "09:00:00.500Z" do not. */
function laterBy(a: string, b: string): number {
  if (a.length === b.length) return a > b ? 1 : -1
  return Date.parse(a) - Date.parse(b)
}

/** What a statement says of the field, as it may be shown. Hidden once, hidden for good: see masked.ts. */
function shownValue(
  statement: Statement,
  claim: Claim,
  field: FieldName,
  statements: readonly Statement[],
): unknown {
  if (field !== 'places') return claim.value
  const places = statement.fields.places?.value ?? null
  if (places === null || places.length === 0) return places
  const elsewhere = statements.some((it) => it !== statement && hides(it.fields.places?.value ?? []))
  if (elsewhere || statements.length === 1 || hides(places)) return shownPlaces(places, elsewhere)
  return withDoors(places, othersPlaces(statements, statement))
}

/** The latest word first. */
function othersPlaces(statements: readonly Statement[], own: Statement): Place[] {
  const others = statements.filter((it) => it !== own && it.fields.places !== undefined)
  if (others.length > 1)
    others.sort((a, b) => {
      const [one, other] = [a.fields.places?.at ?? '', b.fields.places?.at ?? '']
      return one === other ? (a.source < b.source ? -1 : 1) : laterBy(other, one)
    })
  return others.flatMap(({ fields }) => fields.places?.value ?? [])
}

/** What sources other than the best say otherwise, most believed first. */
function otherwise(
  statements: readonly Statement[],
  field: FieldName,
  best: Statement,
  shown: unknown,
  believed: Believed,
): Offered[] {
  const offered: Offered[] = []
  for (const statement of statements) {
    if (statement === best) continue
    const claim = statement.fields[field]
    if (claim === undefined || claim.by === 'suggested' || claim.ruled?.is === 'always') continue
    const value = shownValue(statement, claim, field, statements)
    if (!sameValue(value ?? EMPTY[field], shown))
      offered.push({ value, source: statement.source, by: claim.by, at: claim.at })
  }
  return offered.length < 2 ? offered : offered.sort((a, b) => counts(b, b.source, a, a.source, believed))
}
