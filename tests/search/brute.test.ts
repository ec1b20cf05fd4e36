/** The engine against the slowest way of answering: every filter and every count, listing by listing, after many changes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generatedFields, seeded, pick, type Random } from '../../bench/generate.ts'
import { londonMoment } from '../../src/listings/clock.ts'
import { WEEKDAYS } from '../../src/listings/session.ts'
import { daysOf, openAt, timesOfDay } from '../../src/listings/slots.ts'
import { metresBetween, inBox } from '../../src/places/geo.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import { documentOf } from '../../src/search/make-document.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import type { EngineAnswer, EngineQuery, SearchEngine } from '../../src/search/engine.ts'
import { isReached, standOf } from '../../src/search/serves.ts'
import { FACETS, type Facet } from '../../src/search/query.ts'
import { known, NOW } from '../fixtures.ts'
import { asked } from './cases.ts'
import { filtersLike } from './filters-like.ts'
import { RULES } from './listings.ts'

const SEED = 20261122
const LISTINGS = 1500
const CHANGES = 40
const QUESTIONS = 250
const SHARES = { is: 0.2, language: 0.2, open: 0.05, room: 0.1, checked: 0.1 }
const DAY = 86_400_000
const moment = londonMoment(NOW)

/** What a document gives for each facet; a day and a part of the day only where one slot has both. */
function choices(document: SearchDocument, facet: Facet, query: EngineQuery): string[] {
  const { day, time } = query.filters
  const slots = document.slots.filter((slot) => slot.until >= moment.epochDay)
  switch (facet) {
    case 'day':
      return daysOf(
        slots.filter((slot) => time.length === 0 || timesOfDay([slot]).some((it) => time.includes(it))),
      )
    case 'time':
      return timesOfDay(
        slots.filter((slot) => day.length === 0 || day.includes(WEEKDAYS[slot.weekday] ?? '')),
      )
    case 'open':
      return openAt(slots, moment) ? ['now'] : []
    case 'room':
      return document.capacity?.state === 'open' && document.capacity.lapsesAt > query.now ? ['1'] : []
    case 'checked':
      return (document.confirmedAt ?? 0) >= query.now - (query.checkedDays + 0.375) * DAY ? ['1'] : []
    default:
      return {
        need: document.needs,
        kind: document.kinds,
        who: document.who,
        how: document.how,
        cost: document.cost,
        access: document.access,
        language: document.languages,
        join: document.join,
      }[facet]
  }
}

function allowed(document: SearchDocument, query: EngineQuery, but: Facet | null): boolean {
  const { near, withinMetres, bbox, age, term } = query
  const isPair = (facet: Facet | null) => facet === 'day' || facet === 'time'
  // Of the pair, each is counted slot by slot under the other: see choices.
  const fits = (facet: Facet) =>
    facet === but ||
    (isPair(facet) && isPair(but)) ||
    query.filters[facet].length === 0 ||
    choices(document, facet, query).some((it) => query.filters[facet].includes(it))
  if (
    near &&
    withinMetres !== null &&
    !document.points.some((it) => metresBetween(near, it) <= withinMetres) &&
    !isServed(document, query)
  )
    return false
  if (bbox && !document.points.some((it) => inBox(it, bbox))) return false
  if (age !== null && (age < (document.ageFrom ?? 0) || age > (document.ageTo ?? 200))) return false
  if (
    term.length > 0 &&
    ![...document.needs, ...document.kinds, ...document.who, ...document.access].some((it) =>
      term.includes(it),
    )
  )
    return false
  return FACETS.every(fits)
}

function isServed({ serves, points }: SearchDocument, { near, practice }: EngineQuery): boolean {
  if (!near) return false
  const metres = Math.min(...points.map((it) => metresBetween(near, it)), Infinity)
  return isReached(serves, standOf(serves, metres, near, practice))
}

function answer(
  documents: Iterable<SearchDocument>,
  query: EngineQuery,
): Pick<EngineAnswer, 'total' | 'facets'> {
  const facets: EngineAnswer['facets'] = {}
  const all = [...documents]
  for (const facet of FACETS) {
    const counts: Record<string, number> = {}
    for (const document of all.filter((it) => allowed(it, query, facet)))
      for (const choice of new Set(choices(document, facet, query)))
        counts[choice] = (counts[choice] ?? 0) + 1
    facets[facet] = counts
  }
  return { total: all.filter((it) => allowed(it, query, null)).length, facets }
}

function question(documents: SearchDocument[], random: Random): EngineQuery {
  const like = pick(documents, random)
  const [point = { lat: 53, lng: -2 }] = like.points
  const maybe = <T>(share: number, value: T): T | undefined => (random() < share ? value : undefined)
  return asked({
    near: maybe(0.4, {
      lat: point.lat,
      lng: point.lng,
      postcode: like.serves?.who.find((it) => it.startsWith('postcode:'))?.slice('postcode:'.length) ?? null,
    }),
    miles: maybe(0.7, pick([1, 5, 20, 100], random)),
    bbox: maybe(0.2, [point.lng - 1, point.lat - 0.5, point.lng + 1, point.lat + 0.5] as const)
      ? [point.lng - 1, point.lat - 0.5, point.lng + 1, point.lat + 0.5]
      : null,
    age: maybe(0.2, Math.floor(random() * 90)) ?? null,
    term: random() < 0.1 ? like.needs.slice(0, 1) : [],
    filters: filtersLike(like, random, SHARES),
    size: 5,
  })
}

function generated(n: number, version: number): SearchDocument {
  const random = seeded(n * 31 + version)
  const confirmation = {
    id: 'c',
    listing: '',
    at: new Date(NOW.getTime() - random() * 500 * DAY).toISOString(),
    by: 'group' as const,
    source: null,
    how: 'form' as const,
    revision: 1,
  }
  const capacity = {
    id: 'r',
    listing: '',
    session: null,
    state: pick(['open', 'waiting', 'full'] as const, random),
    weeks: null,
    until: null,
    saidAt: new Date(NOW.getTime() - random() * 50 * DAY).toISOString(),
    by: 'group' as const,
  }
  const made = documentOf(
    known({
      listing: { ...generatedFields(n + version * LISTINGS), id: `l${n}` },
      confirmation: random() < 0.7 ? confirmation : null,
      capacity: random() < 0.5 ? capacity : null,
    }),
    RULES,
  )
  if (!made) throw new Error('generated listings are published')
  return made
}

let folder: string
let engine: SearchEngine
const documents = new Map<string, SearchDocument>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-brute-'))
  engine = openEmbedded(folder, RULES)
  const first = Array.from({ length: LISTINGS / 2 }, (_, n) => generated(n, 0))
  await engine.rebuild(
    (async function* () {
      yield first
    })(),
    1,
  )
  for (const it of first) documents.set(it.id, it)
  const random = seeded(SEED)
  for (let change = 0; change < CHANGES; change++) {
    const changed = Array.from({ length: 30 }, () => generated(Math.floor(random() * LISTINGS), change))
    const last = new Map(changed.map((it) => [it.id, it]))
    const removed = [...documents.keys()].filter((id) => !last.has(id) && random() < 0.01)
    await engine.apply([...last.values()], removed, change + 2)
    for (const id of removed) documents.delete(id)
    for (const [id, it] of last) documents.set(id, it)
    if (change % 10 === 0) await engine.search(question([...documents.values()], random))
  }
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

it(`gives the totals and counts of ${QUESTIONS} questions (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  const all = [...documents.values()]
  let found = 0
  for (let n = 0; n < QUESTIONS; n++) {
    const query = question(all, random)
    const { total, facets } = await engine.search(query)
    expect({ query, total, facets }).toEqual({ query, ...answer(all, query) })
    if (total > 0) found++
  }
  expect(found).toBeGreaterThan(QUESTIONS / 3)
})

it('finds by its words what it finds when built anew', async () => {
  const fresh = openEmbedded(join(folder, 'fresh'), RULES)
  await fresh.rebuild(
    (async function* () {
      yield [...documents.values()]
    })(),
    1,
  )
  const random = seeded(SEED)
  for (let n = 0; n < 100; n++) {
    const words = pick([...documents.values()], random).name.split(' ')
    const query = asked({ what: words.slice(1, 3).join(' '), size: 30 })
    expect(await engine.search(query)).toEqual(await fresh.search(query))
  }
  fresh.close()
})
