/** Nobody learns from this site whether an address is known to it: 200 known ones and 200 unknown ones, byte for byte. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startSite, type Running } from '../site.ts'
import { aBrowser, type Answered } from './browser.ts'

const EACH = 200
/** A site posts no more letters than that in an hour; begun anew it counts anew. */
const A_SITE = 190
// Of one length, for the page says the address again.
const known = Array.from({ length: EACH }, (_, n) => `known-${1000 + n}@example.org`)
const unknown = Array.from({ length: EACH }, (_, n) => `other-${1000 + n}@example.org`)

/** What differs from one asking to the next whoever asks. */
const CHANGES = ['date', 'set-cookie']

function plain({ status, headers, cookies, body }: Answered, email: string): string {
  const kept = Object.entries(headers).filter(([name]) => !CHANGES.includes(name))
  const flags = cookies.map((line) => line.replace(/=[^;]*/, '=…'))
  return JSON.stringify({ status, headers: kept, flags, body: body.replaceAll(email, 'EMAIL') })
}

async function answers(site: Running, email: string, network: number): Promise<string> {
  const browser = aBrowser(site.url)
  const headers = { 'x-forwarded-for': `10.${network >> 8}.${network & 255}.1` }
  const asked = await browser.ask('/sign-in?then=/account', { form: { email }, headers })
  const page = await browser.ask('/sign-in/code?then=/account')
  const wrong = await browser.ask('/sign-in/code?then=/account', { form: { code: '12345' }, headers })
  return [asked, page, wrong].map((it) => plain(it, email)).join('\n')
}

test(`${EACH} known and ${EACH} unknown addresses are answered alike`, { timeout: 240_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fingerpost-known-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  const at = new Date().toISOString()
  await store.act(async ({ people, grants }) => {
    for (const [n, email] of known.entries()) {
      const { id } = await people.for({ email, id: randomUUID(), at })
      const role = n % 2 === 0 ? 'desk' : 'link-worker'
      await grants.give({
        id: randomUUID(),
        person: id,
        role,
        scope: null,
        givenAt: at,
        givenBy: null,
        endedAt: null,
      })
    }
  })
  await store.close()

  const pairs = known.flatMap((email, n) => [email, unknown[n] ?? ''])
  const seen = new Map<string, number>()
  for (let done = 0; done < pairs.length; done += A_SITE) {
    const site = await startSite({ DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'error' }, dataDir)
    try {
      for (const [n, email] of pairs.slice(done, done + A_SITE).entries()) {
        const said = await answers(site, email, done + n)
        seen.set(said, (seen.get(said) ?? 0) + 1)
      }
    } finally {
      await site.stop()
    }
  }
  expect([...seen.values()]).toEqual([2 * EACH])
  const [said = ''] = seen.keys()
  expect(said.split('\n').map((line) => JSON.parse(line).status)).toEqual([303, 200, 422])

  const after = await openStore(join(dataDir, 'fingerpost.db'))
  onTestFinished(() => after.close())
  expect(await after.people.byEmail('other-1001@example.org'), 'asking makes nobody').toBeNull()
})
