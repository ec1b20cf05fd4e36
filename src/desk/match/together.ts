/** What people said of two listings that are one, put together, and taken apart again. Pure. */
import type { Claim, Statement } from '../../listings/claims.ts'
import type { FieldName, Place } from '../../listings/listing.ts'
import { hides } from '../../listings/masked.ts'

type Fields = Statement['fields']
type Loose = { [field: string]: Claim | undefined }

/** Statements of people: one a listing and kind of person, none from a file. */
export const PEOPLE = ['group', 'umbrella', 'desk', 'link-worker'] as const
export const isPeoples = (source: string): boolean => PEOPLE.some((one) => one === source)

/** Field by field the newest word counts. Only of sources that speak of both; as of the listing kept. */
export function together(
  kept: readonly Statement[],
  gone: readonly Statement[],
  listing: string,
): Statement[] {
  return kept.flatMap((one) => {
    const other = gone.find(({ source }) => source === one.source)
    if (other === undefined || !isPeoples(one.source)) return []
    return [{ listing, source: one.source, fields: newest(one.fields, other.fields) }]
  })
}

function newest(one: Fields, other: Fields): Fields {
  const fields: Loose = { ...one }
  for (const [field, claim] of Object.entries(other)) {
    const before = fields[field]
    if (before === undefined || outweighs(claim, before)) fields[field] = claim
  }
  return fields as Fields
}

/** The newer one; but what one of them keeps secret no other word makes public. */
function outweighs(claim: Claim, before: Claim): boolean {
  const [secret, wasSecret] = [keepsSecret(claim), keepsSecret(before)]
  return secret === wasSecret ? Date.parse(claim.at) > Date.parse(before.at) : secret
}

const keepsSecret = ({ value }: Claim): boolean => Array.isArray(value) && hides(value as readonly Place[])

/**
 * Of a source whose words were put together: what came from the listing that went goes back with it, what was said before
 * of the one kept stands again; whatever was said since stays where it was said. null: nothing is left.
 */
export function apart(now: Fields, keptBefore: Fields | null, goneBefore: Fields | null): Fields | null {
  const fields: Loose = {}
  for (const [name, claim] of Object.entries(now)) {
    const field = name as FieldName
    const came = goneBefore?.[field]
    const was = keptBefore?.[field]
    fields[field] = came !== undefined && isSame(claim, came) ? was : claim
  }
  const said = Object.entries(fields).filter(([, claim]) => claim !== undefined)
  return said.length > 0 ? (Object.fromEntries(said) as Fields) : null
}

const isSame = (a: Claim, b: Claim): boolean =>
  a.at === b.at && a.by === b.by && JSON.stringify(a.value) === JSON.stringify(b.value)

/** Whose claims count as people's: the one to keep is the one that people keep, else the one that was here first. */
export function keptByDefault<S extends { statements: readonly Statement[] }>(first: S, second: S): S {
  const people = ({ statements }: S) => statements.filter(({ source }) => isPeoples(source)).length
  return people(second) > people(first) ? second : first
}
