/** Services made for tests, and one way to read a feed. */
import { importOpenReferral } from '../../../src/imports/sources/open-referral.ts'
import type { Report } from '../../../src/imports/report.ts'
import type { Errand } from '../../../src/imports/workshop.ts'
import { sourceOf } from '../../../src/imports/arrangement.ts'
import { NOW } from '../../fixtures.ts'
import type { Service } from '../feed-server.ts'
import { quick } from '../web-server.ts'
import type { Bench } from '../workshop.ts'

export const ID = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Number n of many: its own name, and a hall of its own. */
export const service = (n: number, over: Service = {}): Service => ({
  id: ID(n),
  name: `Group ${n} of Sale`,
  description: 'Tea and talk for anybody.',
  status: 'active',
  organization: { id: ID(1000 + n), name: `Friends ${n}` },
  service_at_locations: [
    {
      id: ID(2000 + n),
      location: {
        id: ID(3000 + n),
        location_type: 'physical',
        name: `Hall ${n}`,
        latitude: 53.42,
        longitude: -2.32,
        addresses: [
          { address_1: `${n} School Road`, city: 'Sale', postal_code: 'M33 2AA', address_type: 'physical' },
        ],
      },
    },
  ],
  ...over,
})
export const services = (count: number): Service[] => Array.from({ length: count }, (_, n) => service(n + 1))

export function readFrom(at: string, bench: Bench, over: Partial<Errand> = {}): Promise<Report> {
  const source = sourceOf([], 'open-referral', 'a-feed')
  const fetching = bench.fetching ?? quick({ limits: { idleMs: 1000, bodyMs: 1500 } })
  return importOpenReferral(
    { kind: 'open-referral', at: [at], source, now: NOW, ...over },
    { ...bench, fetching },
  )
}
