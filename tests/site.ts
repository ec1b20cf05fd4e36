/** The whole program, started as a person starts it, on a free port and a folder of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot, ROOT } from '../src/app/root.ts'

export type Running = {
  url: string
  dataDir: string
  output: () => string
  pid: number
  /** Fulfilled with its exit code when it has ended, however it did. */
  ended: Promise<number | null>
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Longest start that is waited for: a first one builds the site. Milliseconds. */
const START_MS = 120_000

export async function startSite(env: Record<string, string> = {}, given?: string): Promise<Running> {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'fingerpost-site-'))
  const child = spawn(process.execPath, [inRoot('scripts', 'start.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env },
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The site did not start in time:\n${output}`)), START_MS)
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      const address = /Fingerpost is at (\S+)/.exec(output)?.[1]
      if (address === undefined) return
      clearTimeout(late)
      resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => reject(new Error(`The site ended with ${code}:\n${output}`)))
  })
  return {
    url,
    dataDir,
    output: () => output,
    pid: child.pid ?? 0,
    ended,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const code = await ended
      if (given === undefined) rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
}
