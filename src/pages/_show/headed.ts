/** What the results page says above its list. */
import type { Found } from '../../app/find/found.ts'
import { EVERYTHING } from '../../search/query.ts'
import { writeQuery } from '../../search/write-query.ts'
import type { Text } from '../../text/en.ts'

/** "31 places for “someone to talk to” near M33 2", and the same with the page for the title. */
export function headed(
  { query, where, practice, total, pages, facets }: Found,
  text: Text,
): { h1: string; title: string } {
  const { search: t, ask } = text.pages
  const near =
    practice !== null
      ? text.why.forPatients(practice)
      : where === null
        ? ''
        : query.where === ''
          ? ask.nearHere
          : t.near(where.label)
  const everything = writeQuery({ ...query, sort: 'best', page: 1, size: EVERYTHING.size }).size === 0
  const h1 = everything
    ? t.all(total)
    : t.found(total, query.what || chosenFor(facets), query.bbox === null ? near : t.inBox)
  return { h1, title: query.page > 1 ? `${h1}, ${t.pageOf(query.page, pages)}` : h1 }
}

/** "Showing 1 to 20 of 31. Best match first. Distances are from the middle of M33 2." */
export function ordered({ query, where, total, results }: Found, text: Text): string {
  const { search: t } = text.pages
  const first = results[0]?.number
  const last = results.at(-1)?.number
  if (first === undefined || last === undefined) return t.found(total, '', '')
  const from = where === null || query.where === '' ? '' : t.distancesFrom[where.precision](where.label)
  return [t.showing(first, last, total), t.order[query.sort], from].filter((it) => it !== '').join(' ')
}

/** Words of the needs and kinds that were chosen instead of typed. */
function chosenFor({ need = [], kind = [] }: Found['facets']): string {
  return [...need, ...kind]
    .filter(({ chosen }) => chosen)
    .map(({ label }) => label)
    .join(', ')
}
