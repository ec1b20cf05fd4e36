/** The tables of what ends, as a file: one table a file, nobody in it. */
import { csvOf } from '../../text/csv.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { EndsRowView, EndsView } from './ends-view.ts'

export const TABLES = ['needs', 'areas', 'listings'] as const
export type Table = (typeof TABLES)[number]

export function endsCsv(view: EndsView, table: Table, base: string, lang: Lang): string {
  const t = texts(lang).fundingEnds
  const counts = [t.listings, t.places, t.without, t.others, t.withRoom, t.pounds]
  const row = ({ label, listings, places, others, withRoom, without, pence }: EndsRowView) => [
    label,
    listings,
    places,
    without,
    others,
    withRoom,
    pence === null ? null : pence / 100,
  ]
  if (table === 'needs') return csvOf([[t.need, ...counts], ...view.needs.map(row)])
  if (table === 'areas') return csvOf([[view.wards ? t.ward : t.district, ...counts], ...view.areas.map(row)])
  return csvOf([
    [t.listing, t.group, t.until, t.said, t.others, t.withRoom, t.page],
    ...view.listings.map(({ name, group, day, said, others, withRoom, slug }) => [
      name,
      group,
      day,
      said,
      others,
      withRoom,
      `${base}/listing/${slug}`,
    ]),
  ])
}
