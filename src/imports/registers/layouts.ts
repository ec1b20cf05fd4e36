/** The layouts of the registers of charities of England and Wales (today's), Scotland and Northern Ireland. */
import { charityOrgId } from '../../listings/org-id.ts'
import { Refused } from '../refused.ts'
import { companyOf, day, entryOf, isTrue, postcodeOf, refused, websiteOf, type Layout } from './meaning.ts'
import type { RegisterFile } from './rows.ts'
import { readableName, readableWords } from './words.ts'

/** Throws Refused where a column that every file of the kind has is not there. */
export function needs({ name, columns }: RegisterFile, wanted: readonly string[]): void {
  const missing = columns === null ? [] : wanted.filter((column) => !columns.has(column))
  if (missing.length > 0)
    throw new Refused(
      `${name} has no column "${missing.join('", "')}": it is not a file of this register, or of another table.`,
    )
}

const isPart = (cell: string): boolean => cell !== '' && Number(cell) !== 0

export const CURRENT_COLUMNS = [
  'registered_charity_number',
  'linked_charity_number',
  'charity_name',
  'charity_registration_status',
  'date_of_removal',
  'charity_activities',
]

/** The Commission's extract since 2020, table "charity": https://register-of-charities.charitycommission.gov.uk */
export const current: Layout = (file) => {
  needs(file, ['registered_charity_number', 'charity_name'])
  return ({ row, cells }) => {
    // A part of a charity shares its number: it is not the charity, and its end is not the charity's end.
    if (isPart(cells('linked_charity_number'))) return { is: 'passed', row }
    const number = cells('registered_charity_number')
    const org_id = charityOrgId(number)
    if (org_id === null) return refused(row, 'registered_charity_number', number, 'is not a charity number')
    const name = readableName(cells('charity_name'))
    if (name === '') return refused(row, 'charity_name', '', 'has no name')
    const removed = day(cells('date_of_removal'))
    const gone = removed !== null || /^removed$/i.test(cells('charity_registration_status'))
    const dissolved = isTrue(cells('cio_is_dissolved'))
    const entry = entryOf({
      org_id,
      name,
      state: gone ? 'removed' : 'registered',
      registered_on: day(cells('date_of_registration')),
      ended_on: removed ?? (dissolved ? day(cells('date_cio_dissolution_notice')) : null),
      insolvent: isTrue(cells('charity_insolvent')) || isTrue(cells('charity_in_administration')),
      dissolved,
      overdue: !gone && /overdue/i.test(cells('charity_reporting_status')),
      accounts_to: day(cells('latest_acc_fin_period_end_date')),
      company: companyOf(cells('charity_company_registration_number')),
      postcode: postcodeOf(cells('charity_contact_postcode')),
      website: websiteOf(cells('charity_contact_web')),
    })
    return { is: 'entry', row, entry, activities: readableWords(cells('charity_activities')) }
  }
}

export const OSCR_COLUMNS = [
  'charity number',
  'charity name',
  'charity status',
  'registered date',
  'ceased date',
]
const INSOLVENCY = /\(?\s*subject to insolvency proceedings\s*\)?/i

/** Scotland: the register, and the second download of former charities, which has a day on which each ceased. */
export const oscr: Layout = (file) => {
  needs(file, ['charity number', 'charity name'])
  const isFormer = file.columns?.has('ceased date') === true
  return ({ row, cells }) => {
    const number = cells('charity number')
    const org_id = charityOrgId(number, 'GB-SC')
    if (org_id === null) return refused(row, 'Charity Number', number, 'is not a charity number')
    const written = cells('charity name')
    const name = readableName(written.replace(INSOLVENCY, ' '))
    if (name === '') return refused(row, 'Charity Name', '', 'has no name')
    const ceased = day(cells('ceased date'))
    const status = cells('charity status')
    const gone = ceased !== null || isFormer || /remov|ceased|former/i.test(status)
    const entry = entryOf({
      org_id,
      name,
      state: gone ? 'removed' : 'registered',
      registered_on: day(cells('registered date')),
      ended_on: ceased,
      // The register writes it behind the name.
      insolvent: INSOLVENCY.test(written) || INSOLVENCY.test(status),
      accounts_to: day(cells('year end')),
      postcode: postcodeOf(cells('postcode')),
      website: websiteOf(cells('website')),
    })
    const says = cells('objectives') || cells('objects') || cells('activities')
    return { is: 'entry', row, entry, activities: readableWords(says) }
  }
}

export const CCNI_COLUMNS = [
  'reg charity number',
  'sub charity number',
  'charity name',
  'status',
  'date registered',
]

/** Northern Ireland: one file, with those removed where it was asked for with include=Removed. */
export const ccni: Layout = (file) => {
  needs(file, ['reg charity number', 'charity name', 'status'])
  return ({ row, cells }) => {
    if (isPart(cells('sub charity number'))) return { is: 'passed', row }
    const number = cells('reg charity number')
    const org_id = charityOrgId(number, 'GB-NIC')
    if (org_id === null) return refused(row, 'Reg charity number', number, 'is not a charity number')
    const name = readableName(cells('charity name'))
    if (name === '') return refused(row, 'Charity name', '', 'has no name')
    const status = cells('status')
    const gone = /removed/i.test(status)
    const entry = entryOf({
      org_id,
      name,
      state: gone ? 'removed' : 'registered',
      registered_on: day(cells('date registered')),
      ended_on: day(cells('date removed')),
      overdue: !gone && /overdue|default|late/i.test(status),
      accounts_to: day(cells('date for financial year ending')),
      company: companyOf(cells('company number')),
      postcode: postcodeOf(cells('public address')),
      website: websiteOf(cells('website')),
    })
    const says = cells('charitable purposes') || cells('what the charity does')
    return { is: 'entry', row, entry, activities: readableWords(says) }
  }
}
