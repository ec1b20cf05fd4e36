/**
 * A sentence is typed into every page of a really running site. Afterwards it is nowhere: in no log at its most talkative,
 * no table, no file, no header, no cookie; nor in the log and files of a Meilisearch. (What a browser asks elsewhere:
 * tests/browser/canary.spec.ts.)
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { inRoot, ROOT } from '../../src/app/root.ts'
import { hasMeilisearch, HOW_TO_HAVE_MEILISEARCH, startMeilisearch } from '../search/meilisearch-server.ts'
import { signInOn } from '../signed-in.ts'
import { startSite, type Running } from '../site.ts'
import { LED_ON, LOOKED_AT, NEEDLES, SENT, SENT_SIGNED_IN, SIGNED_IN } from './canary-pages.ts'

const found = (text: string): string[] => NEEDLES.filter((it) => text.toLowerCase().includes(it))

/** Nothing of a file that went away meanwhile: the database takes its log away when the last process lets go of it. */
function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** Every file of a folder that holds one of the words, as it is or with a zero byte after each letter. */
function filesWith(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .filter((path) => {
      const bytes = read(path)
      return NEEDLES.some((it) => bytes.includes(it) || bytes.includes(Buffer.from(it, 'utf16le')))
    })
}

/** Every value of every table, also what is packed or in a journal. */
function tablesWith(path: string): string[] {
  const db = new DatabaseSync(path)
  try {
    const tables = db.prepare(`select name from sqlite_master where type = 'table'`).all()
    return tables
      .map(({ name }) => String(name))
      .filter((name) => found(JSON.stringify(db.prepare(`select * from "${name}"`).all())).length > 0)
  } finally {
    db.close()
  }
}

/** Headers of an answer that hold one of the words. */
function headersWith(answer: Response): string[] {
  return [...answer.headers]
    .filter(([name, value]) => found(value).length > 0 && !(name === 'location' && LED_ON.test(value)))
    .map(([name]) => name)
}

async function ask(site: Running, path: string, more: RequestInit = {}): Promise<string[]> {
  const answer = await fetch(site.url + path, { redirect: 'manual', ...more })
  await answer.arrayBuffer()
  const wrong = headersWith(answer)
  // Neither tells another site anything.
  if (!['no-referrer', 'same-origin'].includes(answer.headers.get('referrer-policy') ?? ''))
    wrong.push('referrer-policy')
  // Nobody but a person who signs in is given a cookie, and its words are of chance.
  if (!path.startsWith('/sign-in') && answer.headers.has('set-cookie')) wrong.push('set-cookie')
  return wrong.map((name) => `${path.slice(0, 60)}: ${name}`)
}

async function typeEverywhere(site: Running, cookie: string): Promise<string[]> {
  const wrong: string[] = []
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: site.url }
  for (const path of LOOKED_AT) {
    wrong.push(...(await ask(site, path)))
    wrong.push(...(await ask(site, path, { method: 'HEAD', headers: { referer: site.url + path } })))
  }
  for (const path of SIGNED_IN) {
    wrong.push(...(await ask(site, path, { headers: { cookie } })))
    wrong.push(...(await ask(site, path)))
  }
  for (const [path, body] of SENT)
    wrong.push(...(await ask(site, path, { method: 'POST', headers: form, body })))
  for (const [path, body] of SENT_SIGNED_IN)
    wrong.push(...(await ask(site, path, { method: 'POST', headers: { ...form, cookie }, body })))
  return wrong
}

/** The site, everything typed, and the site ended: what is only counted is written down by then. */
async function typed(env: Record<string, string>, before: (site: Running) => Promise<void>) {
  const site = await startSite({ LOG_LEVEL: 'debug', ...env })
  let running = true
  onTestFinished(async () => {
    if (running) await site.stop()
  })
  await before(site)
  const { cookie } = await signInOn(site, { holds: [{ role: 'link-worker' }] })
  const headers = await typeEverywhere(site, cookie)
  return {
    site,
    headers,
    cookie,
    /** Ends it in good order, with its folder looked through before that is gone. */
    async look() {
      // Counts are written once a minute and at the end; the folder is gone after that, so it is ended from outside first.
      process.kill(site.pid, 'SIGTERM')
      await site.ended
      running = false
      const all = {
        log: found(site.output()),
        files: filesWith(site.dataDir),
        tables: tablesWith(join(site.dataDir, 'fingerpost.db')),
        counted: countsIn(join(site.dataDir, 'fingerpost.db')),
      }
      await site.stop()
      return all
    },
  }
}

function countsIn(path: string): number {
  const db = new DatabaseSync(path)
  try {
    return Number(db.prepare('select coalesce(sum(count), 0) as all_of_them from gap').get()?.['all_of_them'])
  } finally {
    db.close()
  }
}

test('the words looked for are in none of our own files, so that finding one means something', () => {
  const folders = ['src', 'data'].map((it) => inRoot(it))
  expect(folders.flatMap(filesWith)).toEqual([])
  expect(statSync(ROOT).isDirectory()).toBe(true)
})

test(
  'typed into every page, it is in no log, file, table, header or cookie',
  { timeout: 240_000 },
  async () => {
    const { headers, look } = await typed({}, async () => undefined)
    expect(headers).toEqual([])
    const all = await look()
    expect(all).toMatchObject({ log: [], files: [], tables: [] })
    // It was counted that something was not found: the looking would have come upon the words beside it.
    expect(all.counted).toBeGreaterThan(0)
  },
)

describe('with a Meilisearch', () => {
  if (!hasMeilisearch() || process.env['MEILI_URL'] !== undefined) {
    test.skip(`${HOW_TO_HAVE_MEILISEARCH} (this test needs one of its own, to read its files)`, () =>
      undefined)
    return
  }
  test(
    'neither it nor the site keeps the words, while it answers and when it is gone',
    { timeout: 400_000 },
    async () => {
      const meili = await startMeilisearch()
      onTestFinished(() => meili.stop())
      const setup = execFileSync(process.execPath, [inRoot('scripts', 'sync.ts'), '--setup'], {
        env: { ...process.env, MEILI_URL: meili.url, MEILI_MASTER_KEY: meili.key },
        encoding: 'utf8',
      })
      const keys = Object.fromEntries(
        [...setup.matchAll(/^(MEILI_\w+)=(\S+)$/gm)].map(([, name, key]) => [name, key]),
      )
      const { site, headers, cookie, look } = await typed({ MEILI_URL: meili.url, ...keys }, answersFrom)
      expect(headers).toEqual([])
      await meili.kill()
      expect(filesWith(meili.folder ?? '')).toEqual([])
      expect(found(meili.output())).toEqual([])
      expect(await typeEverywhere(site, cookie)).toEqual([])
      expect(await look()).toMatchObject({ log: [], files: [], tables: [] })
    },
  )
})

/** Waits until questions are answered by Meilisearch. */
async function answersFrom(site: Running): Promise<void> {
  for (const until = performance.now() + 120_000; performance.now() < until; await pause(500)) {
    const answer = await fetch(`${site.url}/api/search?what=choir&size=1`)
    if (((await answer.json()) as { engine?: unknown }).engine === 'meilisearch') return
  }
  throw new Error(`Meilisearch never answered:\n${site.output()}`)
}
