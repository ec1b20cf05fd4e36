/** A process that is killed while it sends letters: none is lost, and at most one goes twice for each kill. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startSmtp } from '../mail/smtp-server.ts'
import { seeded } from './seeded.ts'

const SEED = 20_261_123
const LETTERS = 200
const KILLS = 25
/** The sender lives so long after its first word, at most: so that it is killed often before it is done. Milliseconds. */
const LONGEST_MS = 150
const SENDER = new URL('./mail-sender.ts', import.meta.url).pathname

/** Starts a sender; kills it after so long, or (null) lets it come to its end. Gives whether it was killed. */
function sender(url: string, smtp: string, holder: string, ms: number | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SENDER, url, smtp, holder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => {
      if (ms !== null) setTimeout(() => child.kill('SIGKILL'), ms)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true)
      else if (code === 0) resolve(false)
      else reject(new Error(`the sender ended with ${code}`))
    })
  })
}

test(
  `${LETTERS} letters, the sender killed ${KILLS} times (seed ${SEED})`,
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-crash-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const url = join(folder, 'store.db')
    const server = await startSmtp()
    onTestFinished(() => server.close())
    const store = await openStore(url)
    onTestFinished(() => store.close())
    const at = new Date().toISOString()
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    await store.act(async (act) => {
      for (let i = 0; i < LETTERS; i++)
        await act.post({
          id: `l${i}`,
          key: `l${i}`,
          to: `l${i}@example.org`,
          lang: 'en',
          kind: 'sign-in',
          about: { code: '123456', path: '/x' },
          postedAt: at,
          expiresAt,
        })
    })
    const random = seeded(SEED)
    let kills = 0
    for (let i = 0; i < KILLS; i++)
      if (await sender(url, server.url, `h${i}`, random() * LONGEST_MS)) kills += 1
    const before = server.received.length
    await sender(url, server.url, 'last', null)

    const copies = Map.groupBy(server.received, ({ messageId }) => messageId)
    const lost = Array.from({ length: LETTERS }, (_, i) => `l${i}@directory.example.org`).filter(
      (id) => !copies.has(id),
    )
    expect(lost).toEqual([])
    expect(server.received.length - copies.size, 'duplicates').toBeLessThanOrEqual(kills)
    expect(copies.size).toBe(LETTERS)
    // Moments so chosen that letters were under way when it was killed: else this test would show nothing.
    expect(kills).toBeGreaterThan(5)
    expect(before).toBeGreaterThan(10)
    expect(await store.outbox.due(new Date(Date.now() + 3_000_000), 1)).toEqual([])
  },
)
