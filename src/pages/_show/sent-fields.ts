/** Which fields were just sent, in the address of the page that says so: names of fields and nothing else. */
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import type { Text } from '../../text/en.ts'
import { listOf } from '../../text/format.ts'

type Change = { field: FieldName }
type Sent = { live: readonly Change[]; held: readonly Change[]; outvoted: readonly Change[]; seen: boolean }
const KINDS = ['live', 'kept', 'held', 'outvoted'] as const

/** "live=sessions&held=phone,email" */
export function asAddress(sent: Sent): string {
  const all = { ...sent, live: sent.seen ? sent.live : [], kept: sent.seen ? [] : sent.live }
  const parts = KINDS.flatMap((kind) =>
    all[kind].length === 0 ? [] : [`${kind}=${all[kind].map(({ field }) => field).join(',')}`],
  )
  return parts.length === 0 ? 'nothing=1' : parts.join('&')
}

/** Sentences; [] where nothing was sent. `back`: it was put back. */
export function sentSaid(asked: URLSearchParams, text: Text, back = false): string[] {
  const t = text.editing
  const names = (kind: (typeof KINDS)[number]) => {
    const given = (asked.get(kind) ?? '').split(',')
    const fields = FIELD_NAMES.filter((field) => given.includes(field))
    return listOf(
      fields.map((field) => text.pages.listing.fields[field]),
      text,
    )
  }
  const says = {
    live: back ? t.sent.back : t.sent.live,
    kept: t.sent.kept,
    held: t.sent.held,
    outvoted: t.outvoted,
  }
  const said = KINDS.flatMap((kind) => (names(kind) === '' ? [] : [says[kind](names(kind))]))
  return said.length === 0 && asked.has('nothing') ? [t.sent.nothing] : said
}
