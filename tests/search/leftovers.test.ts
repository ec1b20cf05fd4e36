/** What is left of indexes that nobody will read any more goes by itself, and what somebody may still read stays. */
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { follow } from '../../src/search/sync.ts'
import { found, indexFolder } from './index-folder.ts'
import { IDS, RULES } from './listings.ts'

const index = indexFolder()

const HOUR_MS = 3_600_000
const SOON_A_DAY = 23 * HOUR_MS
const OVER_A_DAY = 25 * HOUR_MS

/** As somebody who edits a threshold leaves them. */
const dueAfter = (due_days: number): typeof RULES => ({
  ...RULES,
  site: { ...RULES.site, freshness: { ...RULES.site.freshness, due_days } },
})
const all = () => readdirSync(index.path).sort()
const hashes = () => [...new Set(all().map((name) => name.slice(0, 12)))]
function grownOld(ms: number, names = all()): void {
  const then = new Date(Date.now() - ms)
  for (const name of names) utimesSync(join(index.path, name), then, then)
}
async function built(rules: typeof RULES) {
  const engine = index.open(rules)
  const follower = follow(index.feed, engine, rules)
  await follower.catchUp(Infinity)
  return { engine, follower }
}

it('an index of other settings goes after a day, with its pointer, and not before', async () => {
  const first = await built(dueAfter(500))
  first.engine.close()
  grownOld(SOON_A_DAY)
  const before = all()
  const second = await built(dueAfter(501))
  expect(all()).toEqual(expect.arrayContaining(before))
  second.engine.close()
  grownOld(OVER_A_DAY)
  const third = await built(dueAfter(502))
  expect(hashes()).toHaveLength(1)
  expect(await found(third.engine)).toHaveLength(38)
  expect((await third.follower.check()).same).toBe(true)
})

it('goes without another rebuild: whoever follows looks for it when it starts', async () => {
  const first = await built(dueAfter(500))
  first.engine.close()
  const second = await built(dueAfter(501))
  second.engine.close()
  grownOld(OVER_A_DAY)
  const file = all().filter((name) => name.endsWith('.sqlite'))
  await built(dueAfter(501))
  expect(all().filter((name) => name.endsWith('.sqlite'))).toHaveLength(file.length - 1)
  expect(hashes()).toHaveLength(1)
})

it('but not while there is none of our own: it answers until then', async () => {
  const first = await built(dueAfter(500))
  first.engine.close()
  grownOld(OVER_A_DAY)
  const second = index.open(dueAfter(501))
  await second.tidy()
  expect(await found(second, 'judo')).toEqual(['judo'])
})

it('what was written to lately is in use, though its file is old: its journal is not', async () => {
  const first = await built(dueAfter(500))
  const names = all()
  const journal = names.filter((name) => name.endsWith('-wal'))
  expect(journal).toHaveLength(1)
  grownOld(
    OVER_A_DAY,
    names.filter((name) => !name.endsWith('-wal')),
  )
  await built(dueAfter(501))
  for (const name of names) expect(existsSync(join(index.path, name))).toBe(true)
  expect(await first.engine.applied()).toBe(IDS.length)
})

it('whoever still answers from what was taken away goes on, and builds its own again', async () => {
  const first = await built(dueAfter(500))
  grownOld(OVER_A_DAY)
  const second = await built(dueAfter(501))
  expect(await found(first.engine, 'judo')).toEqual(['judo'])
  await first.follower.catchUp(Infinity)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await first.follower.catchUp(Infinity)
  for (const { engine, follower } of [first, second]) {
    expect(await found(engine, 'judo')).toEqual(['judo'])
    expect((await follower.check()).same).toBe(true)
  }
})

it('what builders that were killed left goes too, of our settings as well; what is none of ours stays', async () => {
  const first = await built(RULES)
  const ours = hashes()[0] ?? ''
  const theirs = 'abcdef012345'
  const left = [ours, theirs].flatMap((hash) => [
    `${hash}-0123456789ab.sqlite`,
    `${hash}-0123456789ac.sqlite-wal`,
    `${hash}-0123456789ac.sqlite-shm`,
    `${hash}-0123456789ad.sqlite-journal`,
    `${hash}.current-01234567`,
  ])
  left.push(`${theirs}.building`, `${theirs}.current`)
  const strange = ['notes.txt', 'fingerpost.db', 'abc.sqlite', 'fingerpost.db-wal']
  for (const name of [...left, ...strange]) writeFileSync(join(index.path, name), 'x')
  const mine = all().filter((name) => !left.includes(name))
  await first.engine.tidy()
  expect(all()).toEqual([...mine, ...left].sort())
  grownOld(OVER_A_DAY)
  await first.engine.tidy()
  expect(all()).toEqual(mine)
  expect(await found(first.engine)).toHaveLength(38)
  await first.follower.rebuild()
  expect((await first.follower.check()).same).toBe(true)
})
