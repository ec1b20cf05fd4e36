/**
 * The register as it was before 2020: one sheet that others made of it, with the day a charity was removed; or the
 * Commission's own dump, whose tables say each a part. A charity that was removed and restored has several rows of dates there.
 */
import { charityOrgId } from '../../listings/org-id.ts'
import { Refused } from '../refused.ts'
import { tableOf } from './bcp.ts'
import { needs } from './layouts.ts'
import { companyOf, day, entryOf, postcodeOf, refused, websiteOf, type Layout } from './meaning.ts'
import type { RegisterFile } from './rows.ts'
import { readableName, readableWords } from './words.ts'

export const LEGACY_COLUMNS = [
  'title',
  'charity number',
  'contact address',
  'date registered',
  'date removed',
  'regno',
  'subno',
  'orgtype',
]

const sheet: Layout = (file) => {
  needs(file, ['title', 'charity number', 'date removed'])
  return ({ row, cells }) => {
    const number = cells('charity number')
    const org_id = charityOrgId(number)
    if (org_id === null) return refused(row, 'Charity Number', number, 'is not a charity number')
    const name = readableName(cells('title'))
    if (name === '') return refused(row, 'Title', '', 'has no name')
    const removed = day(cells('date removed'))
    const entry = entryOf({
      org_id,
      name,
      state: removed === null ? 'registered' : 'removed',
      registered_on: day(cells('date registered')),
      ended_on: removed,
      accounts_to: day(cells('accounts date')),
      company: companyOf(cells('company number')),
      postcode: postcodeOf(cells('contact address')),
      website: websiteOf(cells('website')),
    })
    return { is: 'entry', row, entry, activities: readableWords(cells('activities')) }
  }
}

type Dates = { from: string | null; to: string | null; code: string }
/** What the other tables of the dump say, by number. */
type Beside = {
  dates: Map<string, Dates>
  reasons: Map<string, string>
  more: Map<string, { company: string; website: string }>
}

/** Reads all tables but the charities themselves; the last date of registration counts. */
async function beside(files: readonly RegisterFile[]): Promise<Beside> {
  const found: Beside = { dates: new Map(), reasons: new Map(), more: new Map() }
  for (const file of files) {
    const table = tableOf(file.name)
    for await (const rows of file.batches)
      for (const one of rows) {
        if ('damage' in one) continue
        const { cells } = one
        if (table === 'extract_remove_ref') found.reasons.set(cells('code'), cells('text'))
        if (table === 'extract_main_charity')
          found.more.set(cells('regno'), { company: cells('coyno'), website: cells('web') })
        if (table !== 'extract_registration' || Number(cells('subno') || 0) !== 0) continue
        const next = { from: day(cells('regdate')), to: day(cells('remdate')), code: cells('remcode') }
        const before = found.dates.get(cells('regno'))
        if (before === undefined || (next.from ?? '') >= (before.from ?? ''))
          found.dates.set(cells('regno'), next)
      }
  }
  return found
}

const charities =
  ({ dates, reasons, more }: Beside): Layout =>
  (file) => {
    needs(file, ['regno', 'subno', 'name', 'orgtype'])
    return ({ row, cells }) => {
      if (Number(cells('subno') || 0) !== 0) return { is: 'passed', row }
      const number = cells('regno')
      const org_id = charityOrgId(number)
      if (org_id === null) return refused(row, 'regno', number, 'is not a charity number')
      const name = readableName(cells('name'))
      if (name === '') return refused(row, 'name', '', 'has no name')
      const known = dates.get(number)
      const gone = cells('orgtype').toUpperCase() === 'RM' || (known?.to ?? null) !== null
      const { company = '', website = '' } = more.get(number) ?? {}
      const entry = entryOf({
        org_id,
        name,
        state: gone ? 'removed' : 'registered',
        registered_on: known?.from ?? null,
        ended_on: gone ? (known?.to ?? null) : null,
        dissolved: gone && /dissolved|ceased to exist|wound/i.test(reasons.get(known?.code ?? '') ?? ''),
        company: companyOf(company),
        postcode: postcodeOf(cells('postcode')),
        website: websiteOf(website),
      })
      return { is: 'entry', row, entry, activities: '' }
    }
  }

/** Which files tell of charities, and how they are read once the others are known. Throws Refused. */
export async function legacy(
  files: readonly RegisterFile[],
): Promise<{ files: readonly RegisterFile[]; layout: Layout }> {
  const others = files.filter(({ name }) => !['extract_charity', null].includes(tableOf(name)))
  const main = files.filter((file) => !others.includes(file))
  if (main.length === 0)
    throw new Refused('There is no file of charities: the dump has one that is called extract_charity.')
  const isDump = main.every(({ name }) => tableOf(name) !== null)
  return { files: main, layout: isDump ? charities(await beside(others)) : sheet }
}
