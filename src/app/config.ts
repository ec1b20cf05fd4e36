/** The environment, read once. A setting that cannot be used stops the program with one sentence that names it. */
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { inRoot } from './root.ts'

const port = z.coerce.number().int().min(0).max(65535)
const yes = z.enum(['0', '1']).transform((it) => it === '1')
const address = z.url({ protocol: /^https?$/ })
/** "https://tiles.example.org/{z}/{x}/{y}.png": an address with the places of a map tile in it. */
const tiles = z
  .string()
  .refine((it) => /^(https?:\/\/|\/)/.test(it) && ['{z}', '{x}', '{y}'].every((part) => it.includes(part)), {
    error: 'is not a tile address with {z}, {x} and {y}',
  })

const settings = z.object({
  PORT: port.default(4321),
  HOST: z.string().default('127.0.0.1'),
  PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  SITE_URL: address.optional(),
  DATA_DIR: z.string().default('var'),
  DATABASE_URL: z.string().optional(),
  DEMO: yes.default(true),
  TILES_URL: tiles.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

/** Settings of the contract that a later version reads: said at the start, so that nobody believes they work. */
export const NOT_YET = [
  'MEILI_URL',
  'MEILI_KEY',
  'SMTP_URL',
  'MAIL_FROM',
  'PMTILES',
  'TRUST_PROXY',
  'AUTH_SECRET',
  'ALLOW_PRIVATE_FEEDS',
]

export type Config = {
  port: number
  host: string
  /** Processes that serve, behind one port. */
  processes: number
  siteUrl: string | null
  dataDir: string
  /** "postgres://…" or the path of an SQLite file. */
  databaseUrl: string
  demo: boolean
  tilesUrl: string | null
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  notYet: string[]
}

export class BadSetting extends Error {}

/** Throws BadSetting, naming the setting. Empty settings count as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = settings.safeParse(given)
  if (!read.success) {
    const issue = read.error.issues[0]
    const name = String(issue?.path[0])
    throw new BadSetting(
      `The setting ${name} ("${given[name]}") cannot be used: ${issue?.message}. See "${name}" in README.md.`,
    )
  }
  const it = read.data
  const dataDir = isAbsolute(it.DATA_DIR) ? it.DATA_DIR : inRoot(it.DATA_DIR)
  return {
    port: it.PORT,
    host: it.HOST,
    processes: it.PROCESSES,
    siteUrl: it.SITE_URL ?? null,
    dataDir,
    databaseUrl: it.DATABASE_URL ?? `${dataDir}/fingerpost.db`,
    demo: it.DEMO,
    tilesUrl: it.TILES_URL ?? null,
    logLevel: it.LOG_LEVEL,
    notYet: NOT_YET.filter((name) => name in given),
  }
}
