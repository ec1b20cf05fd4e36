/** The secret that cookies are signed and second factors are enciphered with. */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Bytes of chance: 256 bits. */
const SECRET_BYTES = 32

type Kept = { secret: string; made: string | null }

function read(path: string): string | null {
  try {
    const found = readFileSync(path, 'utf8').trim()
    return found === '' ? null : found
  } catch {
    return null
  }
}

/**
 * AUTH_SECRET, or the one in `DATA_DIR/auth-secret`, made there at the first start and readable by this user only.
 * `made`: the file, where this call has made it. Of several processes that start at once, one makes it for all.
 */
export function keepSecret({ authSecret, dataDir }: Pick<Config, 'authSecret' | 'dataDir'>): Kept {
  if (authSecret !== null) return { secret: authSecret, made: null }
  const path = join(dataDir, 'auth-secret')
  const found = read(path)
  if (found !== null) return { secret: found, made: null }
  mkdirSync(dataDir, { recursive: true })
  const half = `${path}.${process.pid}`
  writeFileSync(half, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`, { mode: 0o600 })
  let made: string | null = path
  try {
    // Whole or not at all, and never over somebody else's.
    linkSync(half, path)
  } catch {
    made = null
  }
  rmSync(half)
  const secret = read(path)
  if (secret === null) throw new Error(`The secret in ${path} cannot be read: is its folder writable?`)
  return { secret, made }
}
