/** The house as an import needs it. */
import type { Workshop } from '../../imports/workshop.ts'
import type { House } from '../house.ts'

export type Workplace = Pick<House, 'store' | 'taxonomy' | 'ranks' | 'site' | 'fetching' | 'osm'>

export const workshopOf = (house: Workplace): Workshop => ({
  ...house,
  lossShare: house.site.imports.loss_share,
})
