/** What the results page says above its list. */
import type { Found } from '../../app/find/found.ts'
import { EVERYTHING } from '../../search/query.ts'
import { writeQuery } from '../../search/write-query.ts'
import type { Text } from '../../text/en.ts'

/** "31 places for “someone to talk to” near M33 2", and the same with the page for the title. */
export function headed(
  { query, where, practice, total, pages, facets, crisis, leaveQuickly }: Found,
  text: Text,
): { h1: string; title: string } {
  const { search: t, ask } = text.pages
  const around = where === null ? '' : query.where === '' ? ask.nearHere : t.near(where.label)
  const near =
    practice === null
      ? around
      : where === null || where.label === practice
        ? text.why.forPatients(practice)
        : text.why.orPatients(around, practice)
  const everything = writeQuery({ ...query, sort: 'best', page: 1, size: EVERYTHING.size }).size === 0
  const place = query.bbox === null ? near : t.inBox
  const h1 = everything
    ? t.all(total)
    : // Nobody's worst words are read back to them, nor left in a list of pages that were open.
      crisis !== null || (leaveQuickly && total > 0)
      ? t.mayHelp(total, place)
      : t.found(total, leaveQuickly ? '' : short(query.what) || chosenFor(facets), place)
  return { h1, title: query.page > 1 ? `${h1}, ${t.pageOf(query.page, pages)}` : h1 }
}

/** "Showing 1 to 20 of 31. Best match first. Distances are from the middle of M33 2."; all on one page: "14 places." */
export function ordered({ query, where, total, pages, results }: Found, text: Text): string {
  const { search: t } = text.pages
  const first = results[0]?.number
  const last = results.at(-1)?.number
  if (first === undefined || last === undefined) return t.found(total, '', '')
  const from = where === null || query.where === '' ? '' : t.distancesFrom[where.precision](where.label)
  const count = pages === 1 ? `${t.found(total, '', '')}.` : t.showing(first, last, total)
  // Without a place nothing is near: the list stands as it would unsorted, and a note asks where.
  const sort = query.sort === 'near' && where === null ? 'best' : query.sort
  const order = total === 1 ? '' : t.order[sort]
  return [count, order, from].filter((it) => it !== '').join(' ')
}

/** Letters of a question that a heading repeats at most: the whole of it stands in its box. */
const SHORT = 60

function short(what: string): string {
  if (what.length <= SHORT) return what
  const cut = what.slice(0, SHORT + 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT / 2)).trimEnd()}…`
}

/** Words of the needs and kinds that were chosen instead of typed. */
function chosenFor({ need = [], kind = [] }: Found['facets']): string {
  return [...need, ...kind]
    .filter(({ chosen }) => chosen)
    .map(({ label }) => label)
    .join(', ')
}
