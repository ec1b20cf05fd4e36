/** Who a listing is for. "Anybody" is an answer; nothing at all is none. */
import { GENDERS } from '../../listings/listing.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { isBlank, type Keyed, type Kind } from './kind.ts'
import { parts } from './made.ts'
import { number, one, several, tick } from './simple.ts'

const narrowed = parts({
  age_from: number(),
  age_to: number(),
  gender: one(
    GENDERS,
    ({ text }, value) => ({ label: text.editing.options.gender[value] ?? value }),
    ({ text }) => text.editing.everybody,
  ),
  communities: several(
    ({ taxonomy }) => taxonomy.lists.audiences.map(({ id }) => id),
    ({ taxonomy, text }, value) => ({ label: labelOf(taxonomy, 'audiences', value, text.lang) ?? value }),
    { folded: true },
  ),
  carers: tick(),
  conditions: several(
    ({ taxonomy }) => taxonomy.lists.conditions.map(({ id }) => id),
    ({ taxonomy, text }, value) => ({ label: labelOf(taxonomy, 'conditions', value, text.lang) ?? value }),
    { folded: true },
  ),
})
const LISTS = { communities: [], conditions: [] }

export const audience: Kind = {
  write: (name, value, around) => ({
    ...narrowed.write(name, value, around),
    ...(value !== undefined && isBlank(value) ? { [`${name}.anyone`]: ['yes'] } : {}),
  }),
  read: (name, words, was, around, wrong) => {
    const read = narrowed.read(name, words, isBlank(was) ? undefined : was, around, wrong) as
      Keyed | undefined
    const { age_from: from, age_to: to } = read ?? {}
    if (typeof from === 'number' && typeof to === 'number' && from > to)
      wrong({ name: `${name}.age_to`, problem: 'order' })
    if (!isBlank(read)) return { ...LISTS, ...read }
    return words.has(`${name}.anyone`) ? LISTS : undefined
  },
  inputs: (name, was, drawn) => [
    { is: 'tick', name: `${name}.anyone` },
    ...narrowed.inputs(name, was, drawn),
  ],
}
