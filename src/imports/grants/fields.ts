/**
 * Where a grant's facts stand in the 360Giving Data Standard: as the title of a column, as the name of a column of a
 * flattened file ("recipientOrganization/0/id"), and as a path in JSON. Case, blanks and the number of a repeated part
 * do not matter; everything else in a file is left alone.
 */
import { columnName } from '../reading/layout.ts'

/** Field → path in JSON, and titles of columns besides. */
const FIELDS = {
  id: ['id', 'Identifier', 'Grant Identifier'],
  title: ['title', 'Title'],
  currency: ['currency', 'Currency'],
  amount: ['amountAwarded', 'Amount Awarded'],
  awardedOn: ['awardDate', 'Award Date'],
  plannedStart: ['plannedDates/startDate', 'Planned Dates:Start Date'],
  plannedEnd: ['plannedDates/endDate', 'Planned Dates:End Date'],
  plannedMonths: ['plannedDates/duration', 'Planned Dates:Duration (months)', 'Planned Dates:Duration'],
  actualStart: ['actualDates/startDate', 'Actual Dates:Start Date'],
  actualEnd: ['actualDates/endDate', 'Actual Dates:End Date'],
  actualMonths: ['actualDates/duration', 'Actual Dates:Duration (months)', 'Actual Dates:Duration'],
  recipientId: ['recipientOrganization/id', 'Recipient Org:Identifier'],
  recipientName: ['recipientOrganization/name', 'Recipient Org:Name'],
  charityNumber: ['recipientOrganization/charityNumber', 'Recipient Org:Charity Number'],
  companyNumber: ['recipientOrganization/companyNumber', 'Recipient Org:Company Number'],
  postcode: ['recipientOrganization/postalCode', 'Recipient Org:Postal Code', 'Recipient Org:Postcode'],
  funderId: ['fundingOrganization/id', 'Funding Org:Identifier'],
  funderName: ['fundingOrganization/name', 'Funding Org:Name'],
} as const satisfies { [field: string]: readonly [path: string, ...titles: string[]] }
export type GrantField = keyof typeof FIELDS
export const GRANT_FIELDS = Object.keys(FIELDS) as GrantField[]

/** Columns that hold days: they are looked through for which order day and month stand in. */
export const DAY_FIELDS = ['awardedOn', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'] as const

/** Without these there is no grant to tell of. */
export const REQUIRED = ['id', 'awardedOn', 'funderName'] as const

/** Parts of a record that only a person who received money has. */
const PERSON = /^(recipient ind|recipientindividual|to individuals details|toindividualsdetails)([:/]|$)/

const spelled = (title: string): string =>
  columnName(title)
    .replaceAll(/\s*([:/])\s*/g, '$1')
    .replaceAll(/([:/])\d+([:/])/g, '$1')
    .replaceAll('organisation', 'org')

const BY_TITLE = new Map(
  GRANT_FIELDS.flatMap((field) => FIELDS[field].map((title) => [spelled(title), field] as const)),
)

/** Which field a column is; "person": one that only a person's grant fills; null: none that is read. */
export function fieldOf(title: string): GrantField | 'person' | null {
  const name = spelled(title)
  return PERSON.test(name) ? 'person' : (BY_TITLE.get(name) ?? null)
}

/** Titles as the standard writes them, to find the header of a spreadsheet by. */
export const TITLES: readonly string[] = GRANT_FIELDS.map((field) => FIELDS[field][1])

export const pathOf = (field: GrantField): readonly string[] => FIELDS[field][0].split('/')
