/** The command as it is called: what it says, and how it ends. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { openStore } from '../../src/store/open.ts'
import { aNew } from '../store/made.ts'

let dataDir = ''
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fingerpost-review-'))
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  await store.add([aNew('a', { email: { address: 'tea@example.org', visible: true } })])
  await store.close()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [inRoot('scripts', 'review.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir, DEMO: '0' },
  })

const ENDS: [args: string[], code: number, said: RegExp][] = [
  [['--now', 'soon'], 2, /^--now "soon" is not a day/],
  [['--tomorrow'], 2, /--tomorrow/],
  [['me@example.org'], 2, /me@example\.org/],
]
test.for(ENDS)('%j ends with %i', ([args, code, said]) => {
  const { status, stderr, stdout } = run(...args)
  expect([status, stdout]).toEqual([code, ''])
  expect(stderr).toMatch(said)
})

test('a dry run says whom and why, and no address; run after it, it asks, and then there is nothing left', () => {
  const dry = run('--dry-run', '--now', '2027-11-22')
  expect([dry.status, dry.stderr]).toEqual([0, ''])
  expect(dry.stdout).toMatch(/^1 would be asked, of 1 listing\. /)
  expect(dry.stdout).toMatch(
    /1\. Kettle a\. First letter to the address on the listing\. Nobody has confirmed it yet\./,
  )
  expect(dry.stdout).not.toContain('@')
  expect(run('--now', '2027-11-22').stdout).toMatch(/^1 asked, of 1 listing\. /)
  expect(run('--now', '2027-11-23').stdout).toMatch(/^Nobody is due to be asked, of 1 listing\./)
})

test('a dry run says that the money ends', async () => {
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  const said = { listing: 'a', says: 'unknown', by: 'group', source: null } as const
  await store.sayFunding([{ ...said, id: 'f', until: '2028-03-31', saidAt: '2027-11-24T09:00:00.000Z' }])
  await store.close()
  expect(run('--dry-run', '--now', '2028-02-04').stdout).toContain('Its funding ends on 31 March.')
})
