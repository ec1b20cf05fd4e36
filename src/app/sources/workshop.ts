/** The house as an import needs it. */
import type { Workshop } from '../../imports/workshop.ts'
import type { House } from '../house.ts'

export type Workplace = Pick<House, 'store' | 'taxonomy' | 'ranks' | 'matching' | 'site' | 'fetching' | 'osm'>

export const workshopOf = (house: Workplace): Workshop => ({
  ...house,
  lossShare: house.site.imports.loss_share,
  refuseShare: house.site.imports.refuse_share,
  missing: { runs: house.site.imports.missing_runs, days: house.site.imports.missing_days },
})
