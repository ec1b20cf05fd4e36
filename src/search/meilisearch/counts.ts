/** How many listings each choice would give under all the other filters: what has to be asked, and what is made of it. */
import { londonMoment } from '../../listings/clock.ts'
import { WEEKDAYS } from '../../listings/session.ts'
import type { EngineAnswer, EngineQuery } from '../engine.ts'
import { TIMES_OF_DAY, type Facet } from '../query.ts'
import { isOpen } from './narrow.ts'
import {
  always,
  baseFilters,
  clockFilter,
  facetFilters,
  isListed,
  LISTED,
  maybe,
  slotFilter,
} from './narrow.ts'
import type { Before, Listed } from './narrow.ts'
import { not, type Filter } from './filter.ts'
import type { Answered, Question } from './send.ts'
import { MOST_RUNNING } from './settings.ts'
import { dayName, timeName } from './until-attributes.ts'

/** Questions, and what their answers add to the counts. */
type Counting = {
  questions: Question[]
  read(answers: readonly Answered[], main: Answered): EngineAnswer['facets']
}

type Part = { question: Question; put(answer: Answered, into: EngineAnswer['facets']): void }

/** Facets that nobody has chosen from are counted with the listings themselves. */
const freeListed = ({ facets, filters }: EngineQuery): Listed[] =>
  facets.filter(isListed).filter((facet) => filters[facet].length === 0)

/** Facets of which each choice is a number that says until when, or since when, it holds. */
type Dated = { attribute: string; facet: Facet; choice: string; from: number; until: number }

/** Weekday and time of day are read together: chosen is neither, or each choice is asked for by itself. */
function datedOf({ facets, now, checkedDays }: EngineQuery, facet: Facet): Dated[] {
  if (!facets.includes(facet)) return []
  const { epochDay } = londonMoment(new Date(now))
  const since = { facet, from: epochDay, until: Infinity }
  if (facet === 'day') return WEEKDAYS.map((day) => ({ ...since, attribute: dayName(day), choice: day }))
  if (facet === 'time')
    return TIMES_OF_DAY.map((time) => ({ ...since, attribute: timeName(time), choice: time }))
  return [{ attribute: 'checkedOn', facet, choice: '1', from: epochDay - checkedDays, until: epochDay }]
}

function freeDated(query: EngineQuery): Dated[] {
  const { filters } = query
  const isTimed = filters.day.length + filters.time.length > 0
  return [
    ...(isTimed ? [] : [...datedOf(query, 'day'), ...datedOf(query, 'time')]),
    ...(filters.checked.length > 0 ? [] : datedOf(query, 'checked')),
  ]
}

/** Attributes that are counted with the listings themselves. */
export const freely = (query: EngineQuery): string[] => [
  ...freeListed(query).map((facet) => LISTED[facet]),
  ...freeDated(query).map(({ attribute }) => attribute),
]

/** How many have a number from `from` to `until` there. */
const dated = ({ facetDistribution }: Answered, { attribute, from, until }: Dated): number =>
  Object.entries(facetDistribution?.[attribute] ?? {}).reduce(
    (sum, [day, found]) => (Number(day) >= from && Number(day) <= until ? sum + found : sum),
    0,
  )

/** `text`: what the listings asked for are narrowed by besides filters. */
export function counting(query: EngineQuery, before: Before, text: Narrowing): Counting {
  const free = new Set(freeDated(query).map(({ facet }) => facet))
  const apart = query.facets.filter((facet) => !free.has(facet))
  const parts = apart.flatMap((facet) => partsOf(query, before, text, facet))
  return {
    questions: parts.map(({ question }) => question),
    read(answers, main) {
      const counts: EngineAnswer['facets'] = {}
      for (const facet of query.facets) counts[facet] = {}
      for (const facet of freeListed(query)) counts[facet] = distribution(main, facet)
      for (const one of freeDated(query)) add(counts, one.facet, one.choice, dated(main, one))
      parts.forEach((part, i) => {
        const answer = answers[i]
        if (answer) part.put(answer, counts)
      })
      return counts
    },
  }
}

/** Words, or the listings that were found to have them. */
export type Narrowing = { q?: string; filter: readonly Filter[] }

const distribution = ({ facetDistribution }: Answered, facet: Listed): Record<string, number> => ({
  ...facetDistribution?.[LISTED[facet]],
})

function partsOf(query: EngineQuery, before: Before, text: Narrowing, facet: Facet): Part[] {
  const { filters, now } = query
  const ask = (more: readonly Filter[], over: Partial<Question> = {}): Question => ({
    ...text,
    filter: [...text.filter, ...baseFilters(query, before), ...facetFilters(query, before, facet), ...more],
    hitsPerPage: 0,
    ...over,
  })
  if (isListed(facet)) {
    if (filters[facet].length === 0) return []
    const question = ask([], { facets: [LISTED[facet]] })
    return [{ question, put: (answer, into) => void (into[facet] = distribution(answer, facet)) }]
  }
  const count = (choice: string, filter: Filter): Part => ({
    question: ask([filter]),
    put: (answer, into) => add(into, facet, choice, answer.totalHits),
  })
  if (facet === 'day') return WEEKDAYS.map((day) => count(day, slotFilter(now, [day], filters.time)))
  if (facet === 'time') return TIMES_OF_DAY.map((time) => count(time, slotFilter(now, filters.day, [time])))
  if (facet !== 'open') return [count('1', clockFilter(query, facet))]
  return [
    count('now', always(now)),
    {
      question: ask([maybe(now), not(always(now))], {
        attributesToRetrieve: ['listing', 'slots'],
        hitsPerPage: MOST_RUNNING,
      }),
      put: (answer, into) => add(into, facet, 'now', answer.hits.filter((it) => isOpen(it, now)).length),
    },
  ]
}

function add(into: EngineAnswer['facets'], facet: Facet, choice: string, found: number): void {
  const counts = into[facet] ?? {}
  into[facet] = counts
  if (found > 0) counts[choice] = (counts[choice] ?? 0) + found
}
