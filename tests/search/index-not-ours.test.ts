/** An index file that is none of ours: another directory's, one of an earlier form, or a damaged one. */
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { SearchEngine } from '../../src/search/engine.ts'
import { follow } from '../../src/search/sync.ts'
import { asked } from './cases.ts'
import { makeFeed, type FeedUnderTest } from './feed.ts'
import { IDS, knownListing, RULES } from './listings.ts'

let folder: string
let feed: FeedUnderTest
let open: SearchEngine[]
const opened = (rules = RULES): SearchEngine => {
  const engine = openEmbedded(folder, rules)
  open.push(engine)
  return engine
}
const file = () => readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? 'none'
const found = async (engine: SearchEngine, what = '') =>
  (await engine.search(asked({ what }))).hits.map(({ id }) => id).sort()
const named = (id: string, name: string) => {
  const known = knownListing(id)
  return { ...known, listing: { ...known.listing, name } }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-not-ours-'))
  feed = makeFeed()
  feed.put(...IDS.map(knownListing))
  open = []
})
afterEach(() => {
  for (const engine of open) engine.close()
  rmSync(folder, { recursive: true, force: true })
})

it('follows no index of another directory, though that one has not come as far', async () => {
  const another = makeFeed()
  another.put(knownListing('judo'))
  await follow(another, opened({ ...RULES, directory: 'another' }), RULES).catchUp(Infinity)
  const engine = opened({ ...RULES, directory: 'ours' })
  expect(await engine.applied()).toBe(-1)
  const follower = follow(feed, engine, RULES)
  await follower.catchUp(Infinity)
  expect((await follower.check()).same).toBe(true)
})

it('says in a sentence that its file is of another format, and builds it again', async () => {
  const first = opened()
  await follow(feed, first, RULES).catchUp(Infinity)
  first.close()
  const db = new DatabaseSync(join(folder, file()))
  db.exec("UPDATE meta SET value = 1 WHERE name = 'format'")
  db.close()
  const engine = opened()
  expect((await engine.health()).why).toMatch(/^the index is of format 1, not \d+$/)
  await follow(feed, engine, RULES).catchUp(Infinity)
  expect(await engine.applied()).toBe(IDS.length)
})

const damages: [string, () => void][] = [
  ['is cut to half', () => truncateSync(join(folder, file()), 40_000)],
  ['is emptied', () => truncateSync(join(folder, file()), 0)],
  ['is a picture', () => writeFileSync(join(folder, file()), Buffer.alloc(50_000, 'PNG'))],
  ['is gone', () => rmSync(join(folder, file()))],
  ['is gone with its folder', () => rmSync(folder, { recursive: true, force: true })],
]
it.each(damages)('is built again when the file %s', async (_, damage) => {
  const first = opened()
  await follow(feed, first, RULES).catchUp(Infinity)
  first.close()
  damage()
  const engine = opened()
  const follower = follow(feed, engine, RULES)
  await follower.catchUp(Infinity)
  expect(await found(engine)).toHaveLength(38)
  expect((await follower.check()).same).toBe(true)
})

it.each(damages)('is built again when the file %s while it is open', async (_, damage) => {
  const engine = opened()
  const follower = follow(feed, engine, RULES)
  await follower.catchUp(Infinity)
  damage()
  await new Promise((resolve) => setTimeout(resolve, 250))
  await expect(found(engine, 'a word nobody asked for')).resolves.toBeInstanceOf(Array)
  feed.put(named('judo', 'Karate Juniors'))
  await follower.catchUp(Infinity).catch(() => follower.catchUp(Infinity))
  expect(await found(engine, 'karate')).toEqual(['judo'])
  expect(await found(engine)).toHaveLength(38)
  expect((await follower.check()).same).toBe(true)
})
