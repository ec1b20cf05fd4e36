/** What a row of a register means, whatever its layout. */
import type { RegisterEntry } from '../../freshness/register-entry.ts'
import { companyOrgId } from '../../listings/org-id.ts'
import { parsePostcode } from '../../places/postcode.ts'
import { findUrl } from '../transforms/contacts.ts'
import { dayOf } from '../transforms/figures.ts'
import type { Cells, RegisterFile, RegisterRow } from './rows.ts'

export type RegisterMeaning =
  | {
      is: 'entry'
      row: number
      entry: RegisterEntry
      /** What it says it does, for a draft; "" where nothing is said. */
      activities: string
    }
  /** A part of a charity, or nobody's number: nothing is wrong with it. */
  | { is: 'passed'; row: number }
  | { is: 'refused'; row: number; field: string; value: string; problem: string }

/** One file of a register, its columns checked. Throws Refused where it cannot be one. */
export type Layout = (file: RegisterFile) => (row: { row: number; cells: Cells }) => RegisterMeaning

/** Rows are read only where they say something new: reading takes longer than all the rest. */
export function meaningOf(
  row: RegisterRow,
  read: (row: { row: number; cells: Cells }) => RegisterMeaning,
): RegisterMeaning {
  if ('damage' in row) return refused(row.row, '', '', row.damage)
  try {
    return read(row)
  } catch (error) {
    if (error instanceof SyntaxError) return refused(row.row, '', '', 'is not JSON')
    throw error
  }
}

export const isTrue = (cell: string): boolean => /^(true|t|1|yes|y)$/i.test(cell)
/** "2021-03-10 00:00:00", "10/03/2021 00:00"; null: no day. */
export const day = (cell: string): string | null => (cell === '' ? null : dayOf(cell))
export const companyOf = (cell: string): string | null => (cell === '' ? null : companyOrgId(cell))

const ENDS_WITH_POSTCODE = /[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}/gi

/** In its normal form; of an address the last one in it. null: none that can be read. */
export function postcodeOf(cell: string): string | null {
  if (cell === '') return null
  const whole = parsePostcode(cell)
  if (whole.is === 'full') return whole.postcode
  const last = cell.match(ENDS_WITH_POSTCODE)?.at(-1)
  const found = last === undefined ? null : parsePostcode(last)
  return found?.is === 'full' ? found.postcode : null
}

export function websiteOf(cell: string): string | null {
  const { url } = findUrl(cell)
  return url === '' || url.length > 2_000 ? null : url
}

export const entryOf = (
  over: Partial<RegisterEntry> & Pick<RegisterEntry, 'org_id' | 'name'>,
): RegisterEntry => ({
  state: 'registered',
  registered_on: null,
  ended_on: null,
  insolvent: false,
  dissolved: false,
  overdue: false,
  accounts_to: null,
  successor: null,
  successor_name: null,
  company: null,
  postcode: null,
  website: null,
  ...over,
})

export const refused = (row: number, field: string, value: string, problem: string): RegisterMeaning => ({
  is: 'refused',
  row,
  field,
  value: value.slice(0, 120),
  problem,
})
