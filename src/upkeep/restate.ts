/** What somebody says of a listing, laid over what their kind said before, and what all of it settles to now. */
import type { Author, Claim, Statement } from '../listings/claims.ts'
import type { FieldName, ListingFields } from '../listings/listing.ts'
import { settle, type Ranks } from '../listings/settle.ts'

/** Those whose words are written by people, each with one statement a listing, under this source. */
export type Writer = Extract<Author, 'group' | 'umbrella' | 'desk' | 'link-worker'>

/** New values of fields; null: "there is none". */
export type Changes = { [F in FieldName]?: ListingFields[F] | null }

export type Restated = { is: 'restated'; statement: Statement; settled: ListingFields } | { is: 'nameless' }

/**
 * `statements`: all there are of the listing. Only the fields in `changes` are claimed anew; what the writer said of
 * other fields stays as it was. "nameless": the change would leave the listing without a name.
 */
export function restated(
  statements: readonly Statement[],
  { listing, by, how, at }: { listing: string; by: Writer; how: Claim['how']; at: string },
  changes: Changes,
  ranks: Ranks,
): Restated {
  const before = statements.find(({ source }) => source === by)
  const claims = Object.entries(changes).map(([field, value]) => {
    const claim = { value, at, by, how }
    // Said anew by the desk itself, a ruling stays one: what it ruled against must not come back.
    const ruled = before?.fields[field as FieldName]?.ruled
    return [field, ruled === undefined ? claim : { ...claim, ruled: { is: 'take', source: by } }]
  })
  const statement: Statement = {
    listing,
    source: by,
    fields: { ...before?.fields, ...Object.fromEntries(claims) },
  }
  const others = statements.filter(({ source }) => source !== by)
  const settled = settle([...others, statement], ranks)
  return settled.is === 'nameless' ? settled : { is: 'restated', statement, settled: settled.fields }
}
