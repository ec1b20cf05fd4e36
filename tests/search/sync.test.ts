/** The index follows the store, whatever happens to either. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { documentOf } from '../../src/search/make-document.ts'
import { follow } from '../../src/search/sync.ts'
import { asked } from './cases.ts'
import { makeFeed } from './feed.ts'
import { found, indexFolder, named } from './index-folder.ts'
import { IDS, knownListing, RULES } from './listings.ts'

const index = indexFolder()

it('builds an index where there is none, and has all of it afterwards', async () => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES)
  expect(await found(engine)).toEqual([])
  await follower.catchUp(Infinity)
  expect(await found(engine)).toHaveLength(38)
  expect(await engine.applied()).toBe(IDS.length)
  expect(await follower.check()).toMatchObject({
    expected: 39,
    indexed: 39,
    missing: [],
    leftOver: [],
    different: [],
    same: true,
  })
})

it('finds what was added or changed, and no longer what was removed, ended or taken back to draft', async () => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES, { batch: 2 })
  await follower.catchUp(Infinity)
  const ended = knownListing('chess')
  index.feed.put(named('judo', 'Karate Juniors'), {
    ...ended,
    listing: { ...ended.listing, status: 'ended' },
  })
  index.feed.put({
    ...knownListing('secret'),
    listing: { ...knownListing('secret').listing, status: 'published' },
  })
  index.feed.remove('knit')
  await follower.catchUp(Infinity)
  expect(await found(engine, 'judo')).toEqual([])
  expect(await found(engine, 'karate')).toEqual(['judo'])
  expect(await found(engine, 'bingo')).toEqual(['secret'])
  const held = await engine.prints()
  expect(['chess', 'knit', 'judo'].filter((id) => held.has(id))).toEqual(['judo'])
  expect((await engine.search(asked({}))).facets.kind).toMatchObject({ club: 4 })
  expect((await follower.check()).same).toBe(true)
  index.feed.put(named('knit', 'Crochet'))
  await follower.catchUp(Infinity)
  expect(await found(engine, 'crochet')).toEqual(['knit'])
  expect(await found(engine, 'knit')).toEqual([])
})

it('is built again when the store has gone back, as after a restored backup', async () => {
  const engine = index.open()
  await follow(index.feed, engine, RULES).catchUp(Infinity)
  const restored = makeFeed()
  restored.put(knownListing('tea'))
  await follow(restored, engine, RULES).catchUp(Infinity)
  expect(await found(engine)).toEqual(['tea'])
})

it('shows what another process wrote at the next question', async () => {
  const engine = index.open()
  await follow(index.feed, engine, RULES).catchUp(Infinity)
  const child = fork(
    new URL('other-process.ts', import.meta.url).pathname,
    [index.path, 'judo', 'Aikido Juniors'],
    {
      execArgv: [],
    },
  )
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(0)
  expect(await found(engine, 'aikido')).toEqual(['judo'])
  expect(await found(engine, 'judo')).toEqual([])
})

it('is followed by two at once without doing anything twice', async () => {
  const [one, other] = [index.open(), index.open()]
  const followers = [
    follow(index.feed, one, RULES, { batch: 5 }),
    follow(index.feed, other, RULES, { batch: 5 }),
  ]
  await Promise.all(followers.map((it) => it.catchUp(Infinity)))
  expect(readdirSync(index.path).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1)
  for (let round = 0; round < 5; round++) {
    index.feed.put(...IDS.slice(round, round + 20).map((id) => named(id, `Round ${round} ${id}`)))
    await Promise.all(followers.map((it) => it.catchUp(Infinity)))
    expect(await found(one, `round ${round}`)).toEqual(await found(other, `round ${round}`))
  }
  for (const follower of followers) expect((await follower.check()).same).toBe(true)
})

it('comes to the last number of the store, though no listing has it any more', async () => {
  const engine = index.open()
  const gaps = { ...index.feed, lastChange: async () => (await index.feed.lastChange()) + 3 }
  await follow(index.feed, engine, RULES).catchUp(Infinity)
  await follow(gaps, engine, RULES).catchUp(Infinity)
  expect(await engine.applied()).toBe(IDS.length + 3)
  expect(await found(engine)).toHaveLength(38)
})

it('is compared with the store, and says what is missing, left over and different', async () => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES)
  await follower.catchUp(Infinity)
  const document = documentOf(knownListing('judo'), RULES)
  if (document === null) throw new Error('judo is to be found')
  const at = IDS.length
  await engine.apply(
    [
      { ...document, name: 'Karate' },
      { ...document, id: 'stray' },
    ],
    ['tea'],
    at + 1,
  )
  index.feed.put(named('chess', 'Chess'))
  expect(await follower.check()).toMatchObject({
    ...{ missing: ['tea'], leftOver: ['stray'], why: null, same: false },
    different: expect.arrayContaining(['judo', 'chess']) as string[],
  })
  await follower.rebuild()
  expect((await follower.check()).same).toBe(true)
})

it.each<[string, string]>([
  ['its name', `UPDATE entry SET document = json_set(document, '$.name', 'Karate') WHERE id = 'judo'`],
  ['its cost', `UPDATE entry SET document = json_set(document, '$.cost', json('[]')) WHERE id = 'judo'`],
  ['where it is', `UPDATE entry SET document = json_set(document, '$.points[0].lat', 50) WHERE id = 'judo'`],
  ['its words, gone', `DELETE FROM words WHERE rowid = (SELECT row FROM entry WHERE id = 'judo')`],
  [
    'its words, one of them',
    `INSERT OR REPLACE INTO labels (rowid, name, "group", place) SELECT row, 'karate', '', '' FROM entry WHERE id = 'judo'`,
  ],
  [
    'its words in another order',
    `INSERT OR REPLACE INTO words (rowid, name, "group", place, body) SELECT row, 'juniors judo', '', '', '' FROM entry WHERE id = 'judo'`,
  ],
])('says that a listing is different of which somebody changed %s', async (_, change) => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES)
  await follower.catchUp(Infinity)
  // Letters that SQLite reads otherwise than we do are no difference.
  const knit = knownListing('knit')
  index.feed.put({ ...knit, listing: { ...knit.listing, description: 'a\ud800b a\u19c8b \u03c2' } })
  await follower.catchUp(Infinity)
  expect(await follower.check()).toMatchObject({ different: [], same: true })
  const db = new DatabaseSync(join(index.path, index.file()))
  db.exec(change)
  db.close()
  expect(await follower.check()).toMatchObject({
    ...{ missing: [], leftOver: [], different: ['judo'], same: false },
  })
  await follower.rebuild()
  expect((await follower.check()).same).toBe(true)
})

it('is the same after a restart', async () => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES)
  await follower.catchUp(Infinity)
  index.feed.put(named('judo', 'Karate Juniors'))
  index.feed.remove('tea')
  await follower.catchUp(Infinity)
  const before = await engine.search(asked({ near: {}, miles: 5 }))
  engine.close()
  const again = index.open()
  expect(await again.applied()).toBe(await index.feed.lastChange())
  expect(await again.search(asked({ near: {}, miles: 5 }))).toEqual(before)
})

it('answers from the index of other settings until its own is built, and leaves the other alone', async () => {
  const engine = index.open()
  await follow(index.feed, engine, RULES).catchUp(Infinity)
  const rules = { ...RULES, site: { ...RULES.site, freshness: { ...RULES.site.freshness, due_days: 500 } } }
  const other = index.open(rules)
  expect(await other.applied()).toBe(-1)
  expect(await found(other, 'judo')).toEqual(['judo'])
  expect((await other.health()).ok).toBe(false)
  await follow(index.feed, other, rules).catchUp(Infinity)
  expect(await other.applied()).toBe(IDS.length)
  expect(await engine.applied()).toBe(IDS.length)
  expect(await found(engine, 'judo')).toEqual(['judo'])
})

it('goes on answering while it is wiped and built again', async () => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES)
  await follower.catchUp(Infinity)
  const answers: number[] = []
  const asking = setInterval(() => void found(engine).then((ids) => answers.push(ids.length)), 1)
  await follower.rebuild()
  await follower.rebuild()
  clearInterval(asking)
  expect(answers.length).toBeGreaterThan(0)
  expect(new Set(answers)).toEqual(new Set([38]))
})

it('survives a builder that was killed', async () => {
  const child = fork(new URL('other-process.ts', import.meta.url).pathname, [index.path, 'hang'], {
    execArgv: [],
  })
  await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const engine = index.open()
  await follow(index.feed, engine, RULES).catchUp(Infinity)
  expect(await found(engine)).toHaveLength(38)
})

it('looks at the store once for questions that follow each other closely, and by itself when it is started', async () => {
  const engine = index.open()
  const follower = follow(index.feed, engine, RULES, { poll: 20 })
  await follower.catchUp()
  index.feed.asked = 0
  for (let i = 0; i < 20; i++) await follower.catchUp()
  expect(index.feed.asked).toBe(0)
  index.feed.put(named('judo', 'Karate Juniors'))
  follower.start()
  while ((await found(engine, 'karate')).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  follower.stop()
})

it('answers from the index as it is when the store fails', async () => {
  const engine = index.open()
  await follow(index.feed, engine, RULES).catchUp(Infinity)
  const errors: unknown[] = []
  const broken = {
    lastChange: () => Promise.reject(new Error('no store')),
    changesSince: index.feed.changesSince,
  }
  await follow(broken, engine, RULES, { onError: (error) => errors.push(error) }).catchUp()
  expect(errors).toEqual([new Error('no store')])
  expect(await found(engine)).toHaveLength(38)
})
