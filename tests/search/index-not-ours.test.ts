/** An index file that is none of ours: another directory's, one of an earlier form, or a damaged one. */
import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { follow } from '../../src/search/sync.ts'
import { makeFeed } from './feed.ts'
import { found, indexFolder, named } from './index-folder.ts'
import { IDS, knownListing, RULES } from './listings.ts'

const index = indexFolder()

it('follows no index of another directory, though that one has not come as far', async () => {
  const another = makeFeed()
  another.put(knownListing('judo'))
  await follow(another, index.open({ ...RULES, directory: 'another' }), RULES).catchUp(Infinity)
  const engine = index.open({ ...RULES, directory: 'ours' })
  expect(await engine.applied()).toBe(-1)
  const follower = follow(index.feed, engine, RULES)
  await follower.catchUp(Infinity)
  expect((await follower.check()).same).toBe(true)
})

it('says in a sentence that its file is of another format, and builds it again', async () => {
  const first = index.open()
  await follow(index.feed, first, RULES).catchUp(Infinity)
  first.close()
  const db = new DatabaseSync(join(index.path, index.file()))
  db.exec("UPDATE meta SET value = 1 WHERE name = 'format'")
  db.close()
  const engine = index.open()
  expect((await engine.health()).why).toMatch(/^the index is of format 1, not \d+$/)
  await follow(index.feed, engine, RULES).catchUp(Infinity)
  expect(await engine.applied()).toBe(IDS.length)
})

const damages: [string, () => void][] = [
  ['is cut to half', () => truncateSync(join(index.path, index.file()), 40_000)],
  ['is emptied', () => truncateSync(join(index.path, index.file()), 0)],
  ['is a picture', () => writeFileSync(join(index.path, index.file()), Buffer.alloc(50_000, 'PNG'))],
  ['is gone', () => rmSync(join(index.path, index.file()))],
  ['is gone with its folder', () => rmSync(index.path, { recursive: true, force: true })],
]
it.each(damages)('is built again when the file %s', async (_, damage) => {
  const first = index.open()
  await follow(index.feed, first, RULES).catchUp(Infinity)
  first.close()
  damage()
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES)
  await follower.catchUp(Infinity)
  expect(await found(engine)).toHaveLength(38)
  expect((await follower.check()).same).toBe(true)
})

it.each(damages)('is built again when the file %s while it is open', async (_, damage) => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES)
  await follower.catchUp(Infinity)
  damage()
  await new Promise((resolve) => setTimeout(resolve, 250))
  await expect(found(engine, 'a word nobody asked for')).resolves.toBeInstanceOf(Array)
  index.feed.put(named('judo', 'Karate Juniors'))
  await follower.catchUp(Infinity).catch(() => follower.catchUp(Infinity))
  expect(await found(engine, 'karate')).toEqual(['judo'])
  expect(await found(engine)).toHaveLength(38)
  expect((await follower.check()).same).toBe(true)
})
