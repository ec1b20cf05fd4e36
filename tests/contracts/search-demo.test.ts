/** Both engines, asked the same of the whole demonstration directory: the same totals, counts and order, question by question. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { pick, seeded, type Random } from '../../bench/generate.ts'
import { readJudged } from '../../bench/relevance/judged.ts'
import { readConfig } from '../../src/app/config.ts'
import { loadDemo } from '../../src/app/demo/load.ts'
import { openHouse } from '../../src/app/house.ts'
import { inRoot } from '../../src/app/root.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import type { EngineAnswer, EngineQuery } from '../../src/search/engine.ts'
import { documentOf } from '../../src/search/make-document.ts'
import { NOW } from '../fixtures.ts'
import { asked, type Ask } from '../search/cases.ts'
import { embedded, meilisearch, type UnderTest } from '../search/engines.ts'
import { filtersLike } from '../search/filters-like.ts'
import { hasMeilisearch, HOW_TO_HAVE_MEILISEARCH } from '../search/meilisearch-server.ts'

const SEED = 20261122
const GENERATED = 250
const SHARES = { is: 0.12, language: 0.05, open: 0.08, room: 0.08, checked: 0.08 }
/**
 * Judged questions whose order may differ, each with why. The versions that README.md names differ in the same ones; over
 * another one some of them may be alike.
 */
const DIFFERS = z
  .array(z.strictObject({ what: z.string().min(1), why: z.string().min(1) }))
  .parse(JSON.parse(readFileSync(inRoot('tests/contracts/differs.json'), 'utf8')))

const engines: UnderTest[] = []
const documents: SearchDocument[] = []
let folder = ''

beforeAll(async () => {
  if (!hasMeilisearch()) return
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-both-'))
  const config = readConfig({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'silent' })
  const house = await openHouse(config, () => NOW)
  await loadDemo(house.store, house.ranks, NOW)
  const rules = { taxonomy: house.taxonomy, site: house.site }
  for (let from = 0, more = true; more;) {
    const changes = await house.store.changesSince(from, 500)
    documents.push(...changes.known.map((it) => documentOf(it, rules)).filter((it) => it !== null))
    more = changes.more
    from = changes.upTo
  }
  await house.close()
  for (const open of [embedded, meilisearch]) {
    const made = await open(rules)
    engines.push(made)
    await made.engine.rebuild(
      (async function* () {
        yield documents
      })(),
      1,
    )
  }
}, 120_000)
afterAll(async () => {
  for (const { remove } of engines) await remove()
  rmSync(folder, { recursive: true, force: true })
})

/** What a page shows of an answer. */
const shown = ({ hits, total, facets, widened }: EngineAnswer) => ({
  ids: hits.map(({ id }) => id),
  metres: hits.map(({ metres }) => metres && Math.round(metres)),
  total,
  facets,
  widened,
})

async function both(ask: Ask): Promise<ReturnType<typeof shown>[]> {
  const query: EngineQuery = asked({ size: 20, ...ask })
  return Promise.all(engines.map(async ({ engine }) => shown(await engine.search(query))))
}

function question(random: Random): Ask {
  const like = pick(documents, random)
  const [point] = like.points
  const words = like.name.split(' ')
  const what = [words[0] ?? '', words.slice(0, 2).join(' '), like.group, ''][Math.floor(random() * 4)] ?? ''
  return {
    what,
    ...(random() < 0.5 && point
      ? { near: { lat: point.lat, lng: point.lng }, miles: pick([1, 3, 10], random) }
      : {}),
    ...(random() < 0.15 && point
      ? { bbox: [point.lng - 0.05, point.lat - 0.03, point.lng + 0.05, point.lat + 0.03] as const }
      : {}),
    ...(random() < 0.15 ? { age: Math.floor(random() * 90) } : {}),
    sort: pick(['best', 'best', 'near', 'soon', 'checked'] as const, random),
    page: random() < 0.2 ? 2 : 1,
    filters: filtersLike(like, random, SHARES),
  } as Ask
}

if (!hasMeilisearch()) it.skip(HOW_TO_HAVE_MEILISEARCH, () => undefined)
else {
  it(`answers ${GENERATED} generated questions alike (seed ${SEED})`, { timeout: 240_000 }, async () => {
    const random = seeded(SEED)
    let found = 0
    for (let n = 0; n < GENERATED; n++) {
      const ask = question(random)
      const [ours, theirs] = await both(ask)
      expect({ ask, ...theirs }).toEqual({ ask, ...ours })
      if ((ours?.total ?? 0) > 0) found++
    }
    expect(found).toBeGreaterThan(GENERATED / 2)
  })

  it('answers the judged questions alike, but for those of differs.json', { timeout: 240_000 }, async () => {
    const asked = new Set(readJudged(inRoot('tests/relevance/demo')).map(({ what }) => what))
    const other: string[] = []
    for (const what of asked) {
      const [ours, theirs] = await both({ what })
      if (JSON.stringify(ours?.ids) === JSON.stringify(theirs?.ids)) expect(theirs).toEqual(ours)
      else other.push(what)
    }
    const may = DIFFERS.map(({ what }) => what)
    expect(other.filter((what) => !may.includes(what))).toEqual([])
    const alike = may.filter((what) => !other.includes(what))
    if (alike.length > 0)
      console.info(`In differs.json, but alike over ${engines[1]?.version}:\n${alike.join('\n')}`)
    // What nobody asks any more has no place there.
    expect(may.filter((what) => !asked.has(what))).toEqual([])
  })
}
