/** Values into a draft, checked as those of a spreadsheet are; what does not fit is said. */
import type { FieldName } from '../../listings/listing.ts'
import { text as textOf, type Check } from '../mapping/checks.ts'
import { complain, type Draft } from '../mapping/draft.ts'

/** `field`: where the feed has it, as its publisher knows it. */
export function checkedIn(draft: Draft, field: string, value: unknown, check: Check): unknown {
  return check(value, (problem, did = 'left out') => complain(draft, field, textOf(value), problem, did))
}

export function put(draft: Draft, name: FieldName, field: string, value: unknown, check: Check): void {
  const checked = checkedIn(draft, field, value, check)
  if (checked !== undefined) draft.fields[name] = checked
}
