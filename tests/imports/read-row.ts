/** One row of named cells through a profile, and what it says. */
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { compile } from '../../src/imports/mapping/compile.ts'
import { plain } from './workshop.ts'

export const taxonomy = readTaxonomy().lists
export const TODAY = '2026-11-22'

/** Reads one row of named cells with a profile that has these fields besides the name. */
export function readRow(cells: { [column: string]: string }, fields: object, over: object = {}) {
  const all = { name: 'Kettle On', ...cells }
  const columns = Object.keys(all)
  const profile = plain({
    required: ['name'],
    key: { columns: ['name'] },
    fields: { name: { from: 'name' }, ...fields },
    ...over,
  })
  const batches = (async function* () {})()
  const reader = compile(profile, { file: 'list.csv', columns, loose: false, batches }, taxonomy, TODAY)
  const meaning = reader.read({ row: 2, cells: Object.values(all) })
  if (meaning.is !== 'listing') return meaning
  const { fields: said, place, group, problems, checkedOn } = meaning.draft
  const { name: _, ...rest } = said
  return {
    ...rest,
    ...(Object.keys(place).length ? { place } : {}),
    ...(Object.keys(group).length ? { group } : {}),
    ...(checkedOn === null ? {} : { checkedOn }),
    ...(problems.length
      ? { problems: problems.map(({ field, value, problem }) => [field, value, problem]) }
      : {}),
  }
}
