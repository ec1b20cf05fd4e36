/**
 * What came back, before anybody believes it: something else may listen at the address, or half of it may be missing.
 * Hits are looked at by hand, since there may be 100,000 of them for a map, which takes zod 400 ms and this 5.
 */
import { z } from 'zod'
import { EngineFailure } from '../failure.ts'
import type { Found } from './found.ts'
import { unpacked } from './packed-row.ts'
import type { Answered, Question } from './send.ts'

const isNumber = (it: unknown): boolean => it === undefined || it === null || Number.isFinite(it)
const isText = (it: unknown): boolean => it === undefined || it === null || typeof it === 'string'
const isPoint = (it: unknown): boolean =>
  Array.isArray(it) && it.length === 2 && Number.isFinite(it[0]) && Number.isFinite(it[1])
const isList = (it: unknown): boolean => it === undefined || it === null || Array.isArray(it)

function isFound(it: unknown): it is Found {
  if (typeof it !== 'object' || it === null) return false
  const found: { [F in keyof Found]?: unknown } = it
  return (
    isText(found.listing) &&
    isText(found.capacity) &&
    isNumber(found.confirmedAt) &&
    isNumber(found.doubtedFrom) &&
    isNumber(found.lapsesAt) &&
    isNumber(found.nameKey) &&
    isNumber(found.idKey) &&
    isNumber(found.applied) &&
    isList(found.said) &&
    isList(found.slots) &&
    isList(found.points) &&
    (!Array.isArray(found.points) || found.points.every(isPoint))
  )
}

const isObject = (it: unknown): boolean => typeof it === 'object' && it !== null

function foundIn(hits: readonly object[]): Found[] {
  try {
    const found = hits.map(unpacked)
    if (found.every(isFound)) return found
  } catch {
    // Texts that are not ours.
  }
  throw new EngineFailure('nonsense')
}

const answers = z.object({
  results: z.array(
    z.object({
      hits: z.custom<object[]>((it) => Array.isArray(it) && it.every(isObject)),
      totalHits: z.int().min(0),
      facetDistribution: z.record(z.string(), z.record(z.string(), z.int().min(0))).optional(),
    }),
  ),
})

/** Answers in the order of the questions. Throws a "nonsense" EngineFailure: an id that was asked for and is no text is one. */
export function checkedAnswers(body: unknown, questions: readonly Question[]): Answered[] {
  const read = answers.safeParse(body)
  if (!read.success || read.data.results.length !== questions.length) throw new EngineFailure('nonsense')
  const isWhole = ({ hits }: Answered, i: number): boolean =>
    questions[i]?.attributesToRetrieve?.includes('listing') !== true ||
    hits.every(({ listing }) => typeof listing === 'string')
  const found = read.data.results.map(({ facetDistribution, totalHits, hits }) => ({
    ...{ hits: foundIn(hits), totalHits },
    ...(facetDistribution === undefined ? {} : { facetDistribution }),
  }))
  if (!found.every(isWhole)) throw new EngineFailure('nonsense')
  return found
}
