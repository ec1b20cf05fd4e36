/** What the start page shows: needs with live counts, and how current the directory is. */
import { labelOf } from '../listings/taxonomy.ts'
import { EVERYTHING } from '../search/query.ts'
import type { Lang } from '../text/format.ts'
import { askOf } from './find/ask.ts'
import type { House } from './house.ts'
import type { HomeView } from './views.ts'

export async function homeView(house: House, lang: Lang): Promise<HomeView> {
  await house.follower.catchUp()
  const { total, facets } = await house.engine.search({
    ...askOf(house, EVERYTHING, null, ['need', 'checked']),
    size: 1,
  })
  const counts = facets.need ?? {}
  const headings = house.taxonomy.lists.headings.map((heading) => {
    const needs = house.taxonomy.lists.needs
      .filter((term) => term.heading === heading.id)
      .map((term) => ({
        id: term.id,
        label: labelOf(house.taxonomy, 'needs', term.id, lang) ?? term.id,
        count: counts[term.id] ?? 0,
      }))
      .filter((need) => need.count > 0)
      .sort((a, b) => b.count - a.count)
    return {
      id: heading.id,
      label: heading.label[lang],
      total: needs.reduce((sum, it) => sum + it.count, 0),
      needs,
    }
  })
  return {
    headings: headings.filter((it) => it.needs.length > 0),
    current: { confirmed: facets.checked?.['1'] ?? 0, total },
  }
}
