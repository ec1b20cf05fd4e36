/** Who reads which kind of source. A new kind is its file in sources/ and its line here. */
import { Refused } from './refused.ts'
import type { Report } from './report.ts'
import { importGrants } from './grants/run.ts'
import { importRegister } from './registers/run.ts'
import { importOpenReferral } from './sources/open-referral.ts'
import { importOsm } from './sources/osm.ts'
import type { SourceKind } from './source-kinds.ts'
import type { Errand, RunSource, Workshop } from './workshop.ts'

/** Spreadsheets and GeoJSON are read with a profile: see apply.ts. */
const RUNS: { [K in Exclude<SourceKind, 'spreadsheet' | 'geojson'>]?: RunSource } = {
  '360giving': importGrants,
  osm: importOsm,
  'open-referral': importOpenReferral,
  'charity-commission': importRegister,
  'charity-commission-legacy': importRegister,
  oscr: importRegister,
  ccni: importRegister,
  'charity-mergers': importRegister,
  'charity-reregistrations': importRegister,
}

/** Throws Refused where nobody reads this kind. */
export function runSource(errand: Errand, workshop: Workshop): Promise<Report> {
  const run = errand.kind === 'spreadsheet' || errand.kind === 'geojson' ? undefined : RUNS[errand.kind]
  if (run === undefined) throw new Refused(`Sources of the kind "${errand.kind}" cannot be read like this.`)
  return run(errand, workshop)
}
