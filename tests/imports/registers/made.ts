/** Registers of a few invented charities, and runs of them, for the tests beside. */
import { readSources } from '../../../src/app/read-sources.ts'
import type { Register } from '../../../src/freshness/register-entry.ts'
import { sourceOf } from '../../../src/imports/arrangement.ts'
import type { Report } from '../../../src/imports/report.ts'
import { runSource } from '../../../src/imports/runs.ts'
import type { Errand } from '../../../src/imports/workshop.ts'
import { NOW } from '../../fixtures.ts'
import type { DatabaseUnderTest } from '../../store/databases.ts'
import { aNew, only } from '../../store/made.ts'
import { fileOf, workshop, type Bench } from '../workshop.ts'

export const ARRANGED = readSources()
const HEAD =
  'registered_charity_number,charity_name,charity_registration_status,date_of_removal,charity_reporting_status,latest_acc_fin_period_end_date,charity_contact_postcode,charity_activities,charity_company_registration_number'
export const row = (
  number: number,
  name: string,
  over: { removed?: string; late?: boolean; postcode?: string; company?: string } = {},
) =>
  `${number},${name},${over.removed ? 'Removed' : 'Registered'},${over.removed ?? ''},${over.late ? 'Submission Overdue' : ''},2020-03-31,${over.postcode ?? ''},We sing.,${over.company ?? ''}`
export const register = (...rows: string[]) => fileOf([HEAD, ...rows].join('\n'), 'charity.csv')
export const mergers = (...rows: [number, number, string][]) =>
  fileOf(
    ['transferor_regno,transferor_subno,org_name_a,transferee_regno,org_name_b,date_property_transferred']
      .concat(rows.map(([from, to, name]) => `${from},0,OLD,${to},${name},2021-03-10 00:00:00`))
      .join('\n'),
    'mergers.csv',
  )

export const KETTLE = row(1000001, 'KETTLE ON')
export const OTHERS = [2, 3, 4, 5, 6, 7].map((n) => row(1000000 + n, `CHARITY ${n}`))
export const G1 = { id: 'g1', name: 'Kettle Friends', org_ids: ['GB-CHC-1000001'] as string[] }

/** A directory with one listing, "a", of a group. */
export async function made({ empty }: DatabaseUnderTest, group: typeof G1 = G1): Promise<Bench> {
  const bench = await workshop(await empty())
  await bench.store.add([aNew('a', {}, { group })])
  return bench
}
export const run = (
  bench: Bench,
  kind: Register,
  file: string,
  over: Partial<Errand> = {},
): Promise<Report> =>
  runSource({ kind, at: [file], source: sourceOf(ARRANGED, kind), now: NOW, ...over }, bench)
export const kinds = async (bench: Bench) => (await only(bench.store, 'a')).signals.map(({ kind }) => kind)
export const open = async (bench: Bench) =>
  (await bench.store.matters.list({ state: 'open', kind: 'signal' })).map(({ about }) => about['kind'])
