/** Processes that run, that ended, and that ended without anybody asking for them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { alive } from '../../src/imports/alive.ts'

test('this process runs', () => expect(alive(process.pid)).toBe(true))

test('one that ended does not', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  expect(alive(child.pid ?? 0)).toBe(false)
})

const LINUX = process.platform === 'linux'
if (!LINUX) console.log('tests/imports/alive.test.ts skipped in part: only Linux keeps processes that ended')

test.skipIf(!LINUX)('nor does one that ended and whose parent never asks for it', async () => {
  // The shell becomes "sleep", which knows nothing of the child it has.
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'])
  try {
    const [said] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string]
    await expect.poll(() => alive(Number(said)), { timeout: 10_000 }).toBe(false)
    expect(() => process.kill(Number(said), 0)).not.toThrow()
  } finally {
    parent.kill('SIGKILL')
  }
})
