/**
 * A source's claims as text in a row, and back. A file says all its fields at one time in one way, so values stand in
 * groups that share when, by whom and how: [[at, by, how, { field: value }], …]. Half the bytes of one claim a field.
 * What the desk ruled stands behind the values of its group.
 */
import type { Claim, Ruled, Statement } from '../listings/claims.ts'
import type { FieldName, ListingFields } from '../listings/listing.ts'
import { isEmptyList, withDefaults } from './fields-text.ts'

type Claims = Statement['fields']
type Values = { [field: string]: unknown }
type Group = [at: string, by: Claim['by'], how: Claim['how'], values: Values, ruled?: Ruled]

export function writeClaims(claims: Claims): string {
  const groups: Group[] = []
  for (const name in claims) {
    const claim = claims[name as FieldName]
    if (claim === undefined) continue
    const { ruled } = claim
    let group = groups.find(
      ([at, by, how, , its]) =>
        at === claim.at &&
        by === claim.by &&
        how === claim.how &&
        its?.is === ruled?.is &&
        its?.source === ruled?.source,
    )
    if (group === undefined) {
      group = [claim.at, claim.by, claim.how, {}]
      if (ruled !== undefined) group[4] = ruled
      groups.push(group)
    }
    group[3][name] = claim.value
  }
  return JSON.stringify(groups)
}

export function readClaims(text: string): Claims {
  const claims: { [field: string]: Claim } = {}
  for (const [at, by, how, values, ruled] of JSON.parse(text) as Group[])
    for (const [name, value] of Object.entries(values)) {
      const claim: Claim = { value: value as Claim['value'], at, by, how }
      claims[name] = ruled === undefined ? claim : { ...claim, ruled }
    }
  return claims as Claims
}

/**
 * True where the settled values are just what this one statement says: then they need not be written a second time.
 * Compares by identity, so it never says so wrongly; a copy of a value only costs the second writing.
 */
export function saysAll(claims: Claims, settled: ListingFields): boolean {
  for (const name in settled) {
    const value = settled[name as FieldName]
    if (value === undefined || isEmptyList(value)) continue
    const claim = claims[name as FieldName]
    if (claim === undefined ? name !== 'status' || value !== 'published' : claim.value !== value) return false
  }
  for (const name in claims) {
    const value = claims[name as FieldName]?.value
    if (value === null || value === undefined || isEmptyList(value)) continue
    if (settled[name as FieldName] !== value) return false
  }
  return true
}

/** The fields that `saysAll` left to the statement. */
export function fieldsOfStatement(text: string): ListingFields {
  const said: Values = {}
  for (const [, , , values] of JSON.parse(text) as Group[])
    for (const [name, value] of Object.entries(values)) if (value !== null) said[name] = value
  return withDefaults(said)
}
