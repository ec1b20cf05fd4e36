/** Builds the site when what it is made from has changed since the last build. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { inRoot, ROOT } from '../src/app/root.ts'

const MADE_FROM = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json']
const MARK = inRoot('dist', 'made-from.txt')

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) return void (yield path)
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name))
}

/** One number for all the sources and the build's own settings: by content, because a clone sets every time anew. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.env.SITE_HOSTS ?? '')
  for (const part of MADE_FROM)
    for (const file of filesUnder(inRoot(part)))
      hash.update(file.slice(ROOT.length).split(sep).join('/')).update(readFileSync(file))
  return hash.digest('hex')
}

/** Rejects with one sentence when the build fails; its own words stand above it. */
export async function ensureBuilt(): Promise<void> {
  const now = fingerprint()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === now) return
  process.stderr.write('Building the site. This is done once.\n')
  const astro = inRoot('node_modules', 'astro', 'bin', 'astro.mjs')
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error('The site could not be built: see the lines above.')
  writeFileSync(MARK, now)
}
