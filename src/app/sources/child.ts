/** Sources are read by a process of its own: SQLite in this one would stop every page while it writes. */
import { spawn } from 'node:child_process'
import type { StartReading } from '../../desk/run-source.ts'
import type { Config } from '../config.ts'
import { inRoot, ROOT } from '../root.ts'

export type Ended = { code: number | null; said: string; wrong: string }

/** Of what the process says, at most so much is kept. Characters. */
const SAID_MAX = 20_000_000

/** Characters of what went wrong that stand in the log. */
const LOGGED_MAX = 500
export const shortly = (wrong: string): string => wrong.trim().slice(0, LOGGED_MAX)

/** Runs `npm run import` with these words, with our own Node and no shell: on Windows and from the built site as well. */
export function importing(config: Config, words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [inRoot('scripts', 'import.ts'), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // The house may have been opened with other settings than the environment has.
    env: { ...process.env, DATA_DIR: config.dataDir, DATABASE_URL: config.databaseUrl },
  })
  const kept = { said: '', wrong: '' }
  const keep = (what: keyof typeof kept) => (text: string) => {
    if (kept[what].length < SAID_MAX) kept[what] += text
  }
  child.stdout.setEncoding('utf8').on('data', keep('said'))
  child.stderr.setEncoding('utf8').on('data', keep('wrong'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...kept }))
  })
}

/** `ended`: told of each that was begun here. */
export function startReading(
  config: Config,
  ended: (source: string, how: Ended | Error) => void,
): StartReading {
  const underWay = new Set<string>()
  return (source, { acceptLoss }) => {
    if (underWay.has(source)) return false
    underWay.add(source)
    const words = ['--due', `--source=${source}`, '--by', 'desk', '--json']
    void importing(config, acceptLoss ? [...words, '--accept-loss'] : words)
      .then(
        (how) => ended(source, how),
        (error: unknown) => ended(source, error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => underWay.delete(source))
    return true
  }
}
