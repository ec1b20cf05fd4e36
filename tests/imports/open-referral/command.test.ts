/** `npm run import -- --feed …`, as somebody types it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from '../../../src/app/root.ts'
import { serveFeed } from '../feed-server.ts'
import type { Web } from '../web-server.ts'
import { services } from './made.ts'

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-feed-command-'))
let web: Web
beforeAll(async () => {
  web = await serveFeed(services(3))
  writeFileSync(join(folder, 'services.json'), JSON.stringify({ contents: services(3) }))
})
afterAll(async () => {
  await web.close()
  rmSync(folder, { recursive: true, force: true })
})

type Ran = { code: number; stdout: string; stderr: string }
const run = (setting: '0' | '1', ...args: string[]): Promise<Ran> =>
  promisify(execFile)(process.execPath, [inRoot('scripts', 'import.ts'), '--feed', ...args], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', DEMO: '0', ALLOW_PRIVATE_FEEDS: setting, TMPDIR: folder },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ran) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  ) // prettier-ignore

test('a private address is refused in one line, and read where the setting allows it', async () => {
  const refused = await run('0', web.base, '--source', 'a-feed')
  expect([refused.code, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toBe(
    `Page 1 could not be read: ${web.base}/services lies inside a network that is not public, and is not asked.\n`,
  )
  const read = await run('1', web.base, '--source', 'a-feed', '--json')
  expect([read.code, read.stderr]).toEqual([0, ''])
  expect(JSON.parse(read.stdout)).toMatchObject({ state: 'applied', read: 3, listings: { added: 3 } })
  const changed = await run('1', web.base, '--source', 'a-feed', '--since', '2026-11-01', '--json')
  expect(JSON.parse(changed.stdout)).toMatchObject({ state: 'applied', listings: { unchanged: 3 } })
  expect(web.asked.some((it) => it.includes('modified_after=2026-11-01'))).toBe(true)
})

test('a folder is read in the same way; nothing fetched is left behind', async () => {
  const read = await run('0', folder, '--source', 'a-folder', '--json', '--dry-run')
  expect(JSON.parse(read.stdout)).toMatchObject({ state: 'planned', read: 3 })
  expect(readdirSync(folder).filter((name) => name.startsWith('fingerpost-feed-'))).toEqual([])
})

test.each<[string[], string]>([
  [['/no/such/folder'], 'There is no folder or file /no/such/folder.\n'],
  [['ftp://example.org/feed'], 'ftp://example.org/feed is not an http or https address.\n'],
  [['http://a:b@example.org/feed'], 'http://example.org/feed has a name or password in it, which would be sent to whoever answers.\n'],
])('%s', async (args, said) => {
  const ran = await run('1', ...args, '--source', 'a-feed')
  expect([ran.code, ran.stdout, ran.stderr]).toEqual([1, '', said])
}) // prettier-ignore
