/** The difference of a run as it comes about: every line is counted, and of each kind the first are kept to be read. */
import { changes } from '../listings/changes.ts'
import type { Provenance } from '../listings/claims.ts'
import { hidesSome } from '../listings/hidden-values.ts'
import type { FieldName, ListingFields } from '../listings/listing.ts'
import {
  LINE_KINDS,
  type Difference,
  type LineChange,
  type LineKind,
  type RunLine,
} from '../store/runs/run-line.ts'

/** Nobody reads more of one kind, and a first import of 100,000 rows must not fill the memory with them. */
export const MOST_OF_A_KIND = 500
/** Characters of all lines together: descriptions are long. */
const MOST_TEXT = 4_000_000

export type Lines = {
  /** True while lines of this kind are kept: making one up costs something. */
  wants: (is: LineKind) => boolean
  add: (is: LineKind, line?: Pick<RunLine, 'listing' | 'name'> & { changes?: LineChange[] }) => void
  /** How many of one kind there are. */
  count: (is: LineKind, more: number) => void
  done: () => Difference
}

export function lines(): Lines {
  const kept: RunLine[] = []
  const counts = Object.fromEntries(LINE_KINDS.map((is) => [is, 0])) as Difference['counts']
  const keptOf = { ...counts }
  let text = 0
  const wants = (is: LineKind) => keptOf[is] < MOST_OF_A_KIND && text < MOST_TEXT
  return {
    wants,
    add(is, line) {
      counts[is]++
      if (line === undefined || !wants(is)) return
      const { listing, name, changes: changed = [] } = line
      keptOf[is]++
      text += JSON.stringify(changed).length
      kept.push({ number: kept.length + 1, is, listing, name, changes: changed })
    },
    count: (is, more) => void (counts[is] += more),
    done: () => ({ lines: kept, counts }),
  }
}

/** Field by field, with whoever said the old value. */
export function changed(before: ListingFields, after: ListingFields, said: Provenance): LineChange[] {
  return changes(before, after).map(({ field, from, to }) => lineChange(field, from, to, said[field]))
}

export const lineChange = (
  field: FieldName,
  from: unknown,
  to: unknown,
  said: Provenance[FieldName],
): LineChange => ({
  field,
  from,
  to,
  said: said === undefined ? null : { source: said.source, by: said.by, at: said.at },
  hidden: hidesSome(field, from) || hidesSome(field, to),
})
