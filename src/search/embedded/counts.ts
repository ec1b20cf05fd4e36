/** How many listings each choice would give, under all the other filters. */
import { WEEKDAYS } from '../../listings/session.ts'
import type { EngineAnswer, EngineQuery } from '../engine.ts'
import { TIMES_OF_DAY, type Facet } from '../query.ts'
import { count, filledWords, shared, type Bits } from './bits.ts'
import type { Clocked } from './clocked.ts'
import type { Columns } from './columns.ts'
import { clockSet, isListed, narrowed } from './filters.ts'
import { countPicks, type Counted, type Listed } from './picks.ts'

type Asked = Pick<EngineQuery, 'filters' | 'now' | 'checkedDays' | 'facets'>
/** `base`: rows that everything that is no facet allows; `sets`: by facet; `all`: rows that all filters allow. */
export function facetCounts(
  columns: Columns,
  clocked: Clocked,
  asked: Asked,
  base: Bits,
  sets: Map<Facet, Bits>,
  all: Bits,
): EngineAnswer['facets'] {
  const answer: EngineAnswer['facets'] = {}
  const found = counted(all)
  const live = counted(columns.live)
  const free = asked.facets.filter((facet) => asked.filters[facet].length === 0)
  const listed = free.filter(isListed)
  if (listed.length > 0) listedCounts(columns, listed, found, live, answer)
  for (const facet of asked.facets) {
    const isFree = asked.filters[facet].length === 0
    if (isFree && isListed(facet)) continue
    const within = isFree ? found : counted(withoutOwn(base, sets, facet))
    if (isListed(facet)) listedCounts(columns, [facet], within, live, answer)
    else answer[facet] = clockCounts(clocked, asked, facet, within)
  }
  return answer
}

const counted = (set: Bits): Counted => ({ set, total: count(set) })

function listedCounts(
  { picks }: Columns,
  facets: readonly Listed[],
  within: Counted,
  live: Counted,
  answer: EngineAnswer['facets'],
): void {
  const counts = countPicks(picks, facets, within, live)
  for (const facet of facets) {
    // Without a prototype it is a table from the first key on. V8 makes an object a class of its own for each set of keys,
    // and here are a hundred of them, others for each question: that took longer than the counting.
    const found = Object.create(null) as Record<string, number>
    for (const [id, number] of picks.numbers[facet]) {
      const n = counts[number] ?? 0
      if (n > 0) found[id] = n
    }
    answer[facet] = found
  }
}

function clockCounts(clocked: Clocked, asked: Asked, facet: Facet, { set }: Counted): Record<string, number> {
  const filled = filledWords(set)
  const found: Record<string, number> = {}
  for (const [id, rows] of clockChoices(clocked, asked, facet)) {
    const n = shared(set, filled, rows)
    if (n > 0) found[id] = n
  }
  return found
}

function clockChoices(clocked: Clocked, asked: Asked, facet: Facet): [string, Bits][] {
  const { day, time } = asked.filters
  if (facet === 'day') return WEEKDAYS.map((one) => [one, clocked.slots(asked.now, [one], time)])
  if (facet === 'time') return TIMES_OF_DAY.map((one) => [one, clocked.slots(asked.now, day, [one])])
  return [[facet === 'open' ? 'now' : '1', clockSet(clocked, asked, facet)]]
}

function withoutOwn(base: Bits, sets: Map<Facet, Bits>, facet: Facet): Bits {
  if (facet !== 'day' && facet !== 'time') return narrowed(base, sets, facet)
  // Their choices are counted slot by slot with the other of the pair, so only the rest narrows here.
  const others = [...sets].filter(([other]) => other !== 'day' && other !== 'time')
  return narrowed(base, new Map(others), null)
}
