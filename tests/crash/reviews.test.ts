/** Review runs that are killed: nobody is asked twice on a step, nothing due is lost, and every ask has its letter. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { aNew } from '../store/made.ts'
import { seeded } from './seeded.ts'

const SEED = 20_261_122
/** Days that are run; the process is killed again and again until they are through. */
const RUNS = 200
const LISTINGS = 60
/** A runner does so many days at most, and dies somewhere in the next one: on a fast machine as on a slow one. */
const LONGEST_DAYS = 12
/** How far into that day, at most. Milliseconds. */
const LONGEST_MS = 30
const RUNNER = new URL('./review-runner.ts', import.meta.url).pathname

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-reviews-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every third one shares an address with its neighbour; some can be rung; some can be reached by nobody. */
async function filled(name: string): Promise<string> {
  const path = join(folder, name)
  const store = await openStore(path)
  const all = Array.from({ length: LISTINGS }, (_, i) =>
    aNew(`l${i}`, {
      ...(i % 5 === 4
        ? {}
        : { email: { address: `a${i % 3 === 0 ? i + 1 : i}@example.org`, visible: true } }),
      ...(i % 2 === 0 ? { phone: { number: '0161 496 0000', visible: true } } : {}),
    }),
  )
  await store.add(all)
  await store.close()
  return path
}

type Death = { days: number; ms: number }

/** Runs from a day on; killed so many days and milliseconds later, or never. Gives the day to go on from. */
function runFrom(
  path: string,
  from: number,
  death: Death | null,
): Promise<{ next: number; killed: boolean }> {
  return new Promise((resolve, reject) => {
    const args = [RUNNER, path, String(from), String(RUNS)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    let dying = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (death === null || dying || said.split('\n').length <= death.days + 1) return
      dying = true
      setTimeout(() => child.kill('SIGKILL'), death.ms)
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0) return reject(new Error(`the runner ended with ${code}`))
      const days = said.split('\n').slice(1, -1)
      resolve({ next: days.length === 0 ? from : Number(days.at(-1)) + 1, killed: signal === 'SIGKILL' })
    })
  })
}

const rows = (path: string, query: string): unknown[] => {
  const db = new DatabaseSync(path)
  try {
    return db.prepare(query).all()
  } finally {
    db.close()
  }
}
const ASKS = `select listing.id as listing, ask.rung, ask.person, ask.at from ask join listing on listing.no = ask.listing
  order by ask.at, listing.id, ask.rung`
const LETTERS = `select key from outbox where kind = 'review' order by key`
/** An ask by letter without its letter, a letter without its ask, two letters to one person on a day. */
const HALF_DONE = {
  'an ask without its letter': `select ask.id from ask where ask.person not in ('desk', 'link-workers')
    and not exists (select 1 from outbox where outbox.key = 'review:' || substr(ask.at, 1, 10) || ':' || ask.person)`,
  'a letter without its ask': `select key from outbox where kind = 'review' and not exists
    (select 1 from ask where outbox.key = 'review:' || substr(ask.at, 1, 10) || ':' || ask.person)`,
  'a step taken twice in a day': `select listing, rung, substr(at, 1, 10) from ask group by 1, 2, 3 having count(*) > 1`,
  'a letter whose link opens nothing': `select 1 where (select count(*) from once where kind = 'answer') <>
    (select count(*) from outbox where kind = 'review')`,
  'a matter opened twice': `select listing from matter where state = 'open' group by 1 having count(*) > 1`,
}

test(`${RUNS} review runs, killed again and again (seed ${SEED})`, { timeout: 240_000 }, async () => {
  const random = seeded(SEED)
  const [killed, whole] = [await filled('killed.db'), await filled('whole.db')]
  let [day, kills, lives] = [0, 0, 0]
  for (; day < RUNS && lives < 400; lives++) {
    const death = { days: Math.floor(random() * LONGEST_DAYS), ms: random() * LONGEST_MS }
    const ran = await runFrom(killed, day, death)
    day = ran.next
    if (ran.killed) kills++
    for (const [what, query] of Object.entries(HALF_DONE))
      expect([what, rows(killed, query)]).toEqual([what, []])
  }
  expect(day).toBe(RUNS)
  expect(kills, 'moments so chosen that many runs were cut').toBeGreaterThan(10)
  await runFrom(whole, 0, null)
  expect(rows(whole, ASKS).length).toBeGreaterThan(LISTINGS)
  expect(rows(killed, ASKS)).toEqual(rows(whole, ASKS))
  expect(rows(killed, LETTERS)).toEqual(rows(whole, LETTERS))
})
