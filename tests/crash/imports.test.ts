/**
 * Imports that are killed: the store is as it was before the run or as after it, never between; what was printed is
 * there; the next start says what was cut off; edits of groups stay. Beside it stands a store to which the same was done
 * by a program that nobody kills: the two hold the same after every kill.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSite } from '../../src/app/site.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import { follow } from '../../src/search/sync.ts'
import { restated } from '../../src/upkeep/restate.ts'
import type { Bench } from '../imports/workshop.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'
import type { Go, Said } from './imports-runner.ts'
import { benchOn, makeScript, perform, type Action } from './imports-script.ts'
import { doneIn, HALF_DONE, reader, running, stateOf, type Reader } from './imports-state.ts'
import { seeded } from './seeded.ts'

const SEED = 20_261_122
/** A life does so many actions at most, and dies somewhere in the next one. */
const LONGEST_ACTIONS = 2
/** How far into it, at most: of the time that such an action took in this process, which is warm. */
const LONGEST_SHARE = 4
const RUNNER = new URL('./imports-runner.ts', import.meta.url).pathname
/** Runners that read the program from the disk while another one lives. */
const WARM = 2

const start = () => {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const runner = spawn(process.execPath, [RUNNER], { stdio: ['pipe', 'pipe', 'inherit'], env })
  return { runner, warm: once(runner.stdout.setEncoding('utf8'), 'data') }
}

let folder = ''
let pool: ReturnType<typeof start>[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-crash-imports-'))
  pool = Array.from({ length: WARM }, start)
})
afterAll(() => {
  for (const { runner } of pool) runner.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Death = { actions: number; ms: number }

/** Lets a runner live until its death, and gives all that it said. A half line was never said. */
async function life(go: Go, death: Death): Promise<Said[]> {
  pool.push(start())
  const { runner, warm } = pool.shift() ?? start()
  await warm
  let said = ''
  let dying = false
  runner.stdout.on('data', (text: string) => {
    said += text
    if (dying || said.split('"done"').length <= death.actions) return
    dying = true
    setTimeout(() => runner.kill('SIGKILL'), death.ms)
  })
  runner.stdin.write(`${JSON.stringify(go)}\n`)
  const [code, signal] = (await once(runner, 'close')) as [number | null, NodeJS.Signals | null]
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the runner ended by itself with ${code}`)
  return said
    .split('\n')
    .slice(0, -1)
    .map((line): Said => JSON.parse(line))
}

/** A store that is killed again and again, and the one beside it. */
type Pair = { url: string; killed: Bench; calm: Bench; read: Reader; readCalm: Reader }

async function pairOf(url: string, name: string): Promise<Pair> {
  const killed = await benchOn(url)
  const calmUrl = join(folder, `${name}-calm.db`)
  const calm = await benchOn(calmUrl)
  return { url, killed, calm, read: await reader(url), readCalm: await reader(calmUrl) }
}

/** A group puts its telephone right, in both. */
async function editBoth(
  { killed, calm }: Pair,
  turn: number,
): Promise<{ name: string; number: string } | null> {
  const number = `0161 496 0${String(turn % 1000).padStart(3, '0')}`
  let edited: string | null = null
  for (const { store, ranks } of [killed, calm]) {
    const { known } = await store.changesSince(-1, 10_000)
    const { listing } =
      known.toSorted((a, b) => a.listing.slug.localeCompare(b.listing.slug))[turn % known.length] ?? {}
    if (listing === undefined) return null
    const at = new Date(Date.parse('2026-11-22T00:00:00Z') + turn * 1000).toISOString()
    const phone = { number, visible: true }
    const said = restated(
      await store.statements(listing.id),
      { listing: listing.id, by: 'group', how: 'form', at },
      { phone },
      ranks,
    )
    if (said.is !== 'restated') return null
    const { statement, settled } = said
    const { id, revision } = listing
    const saved = await store.edit({ listing: id, revision, statement, settled, author: 'group', at })
    expect(saved.is).toBe('saved')
    edited = listing.slug
  }
  return edited === null ? null : { name: edited, number }
}

async function expectSound({ read }: Pair, moment: string): Promise<void> {
  for (const [what, query] of Object.entries(HALF_DONE))
    expect([moment, what, await read.rows(query)]).toEqual([moment, what, []])
}

/** Does an action in the store that nobody kills; gives what it said, and how long it took in milliseconds. */
async function inCalm({ calm }: Pair, action: Action, again: number): Promise<{ said: string; ms: number }> {
  const began = performance.now()
  const said = await perform(action, calm, again)
  return { said, ms: performance.now() - began }
}

type Course = { kills: number; cut: number; unsaid: number; done: number; edits: Map<string, string> }

async function course(pair: Pair, actions: Action[], script: string, kills: number): Promise<Course> {
  const random = seeded(SEED)
  const seen: Course = { kills: 0, cut: 0, unsaid: 0, done: 0, edits: new Map() }
  let next = 0
  /** How often the next one was done already, though nobody was told. */
  let again = 0
  let left: string[] = []
  let pace = 50
  while (seen.kills < kills && next < actions.length) {
    const moment = `seed ${SEED}, kill ${seen.kills}, action ${next}`
    const death = {
      actions: Math.floor(random() * (LONGEST_ACTIONS + 1)),
      ms: random() * LONGEST_SHARE * pace,
    }
    const said = await life({ url: pair.url, script, from: next, again }, death)
    seen.kills++
    const cut = said.flatMap((it) => ('cut' in it ? [it.cut] : []))
    if (cut.length > 0) expect([moment, cut]).toEqual([moment, [left]])
    for (const it of said) {
      if (!('done' in it)) continue
      const told = await inCalm(pair, actions[it.done] as Action, again)
      pace = (pace + told.ms) / 2
      expect([moment, told.said]).toEqual([moment, it.said])
      seen.done++
      next = it.done + 1
      again = 0
    }
    const begun = said.flatMap((it) => ('begun' in it ? [it.begun] : [])).at(-1)
    // Done and on the disk, though nobody was told: the same again must change nothing. Only what was taken back is not again.
    if (begun === next && (await doneIn(pair.read)) > (await doneIn(pair.readCalm))) {
      const action = actions[begun] as Action
      await inCalm(pair, action, again)
      seen.unsaid++
      if (action.is === 'undo') next++
      else again++
    }
    expect([moment, await stateOf(pair.read)]).toEqual([moment, await stateOf(pair.readCalm)])
    await expectSound(pair, moment)
    left = cut.length > 0 || said.length === 0 ? await running(pair.read) : left
    if (left.length > 0) seen.cut++
    if (seen.kills % 5 === 0) {
      const edit = await editBoth(pair, seen.kills)
      if (edit !== null) seen.edits.set(edit.name, edit.number)
    }
  }
  return seen
}

async function expectWhole(pair: Pair, seen: Course, name: string): Promise<void> {
  const { store, taxonomy } = pair.killed
  const { known } = await store.changesSince(-1, 10_000)
  const phones = new Map(known.map(({ listing }) => [listing.slug, listing.phone?.number]))
  for (const [slug, number] of seen.edits) expect([slug, phones.get(slug)]).toEqual([slug, number])
  const rules = { taxonomy, site: readSite() }
  const engine = openEmbedded(join(folder, `${name}-index`), rules)
  const follower = follow(store, engine, rules)
  await follower.catchUp(Number.POSITIVE_INFINITY)
  expect(await follower.check()).toMatchObject({ same: true, missing: [] })
  engine.close()
}

if (!hasPostgres()) console.log(`tests/crash/imports.test.ts skipped on PostgreSQL: ${HOW_TO_HAVE_POSTGRES}`)

/** Database, and how often its program is killed. */
const BASES: [string, number][] = [
  ['SQLite', 100],
  ...(hasPostgres() ? [['PostgreSQL', 15] as [string, number]] : []),
]

describe.each(BASES)('on %s', (base, kills) => {
  test(`imports killed ${kills} times (seed ${SEED})`, { timeout: 600_000 }, async () => {
    const script = join(folder, `${base}.json`)
    const actions = makeScript(join(folder, base), SEED, kills * 20)
    writeFileSync(script, JSON.stringify(actions))
    const database = base === 'PostgreSQL' ? await freshDatabase() : null
    const pair = await pairOf(database?.url ?? join(folder, 'killed.db'), base)
    try {
      const seen = await course(pair, actions, script, kills)
      console.log(
        `${base}: ${seen.kills} kills, ${seen.cut} in the middle of a run, ${seen.done} actions said to be done, ${seen.unsaid} done and not said, ${seen.edits.size} edits of groups`,
      )
      expect(seen.kills).toBe(kills)
      // Moments so chosen that many runs were cut: else this test would show nothing.
      expect(seen.cut).toBeGreaterThan(kills / 4)
      await expectWhole(pair, seen, base)
    } finally {
      for (const { close } of [pair.read, pair.readCalm, pair.killed.store, pair.calm.store]) await close()
      await database?.drop()
    }
  })
})
