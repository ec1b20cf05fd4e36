/** The environment, read once. A setting that cannot be used stops the program with one sentence that names it. */
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { readSender } from '../mail/mailer.ts'
import { inRoot } from './root.ts'
import { isTileAddress } from './tile-address.ts'

const port = z.coerce.number().int().min(0).max(65535)
const yes = z.enum(['0', '1']).transform((it) => it === '1')
const address = z.url({ protocol: /^https?$/ })
/** "https://tiles.example.org/{z}/{x}/{y}.png": an address with the places of a map tile in it. */
const tiles = z.string().refine(isTileAddress, {
  error: 'is not a tile address with {z}, {x} and {y}, of one host',
})

/** A name and a password in it would keep anything from being asked there: the key is a setting of its own. */
function isServer(one: string): boolean {
  if (!URL.canParse(one)) return false
  const { protocol, username, password, search, hash } = new URL(one)
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((it) => it === '')
}

/** "http://a:7700" or several with commas between them: each is a server with an index of its own. */
const servers = z.string().refine((it) => it.split(',').every((one) => isServer(one.trim())), {
  error:
    'is not an address such as http://127.0.0.1:7700 (no name, no password), or several with commas between them',
})

/** It goes into a header, and what no header may hold is told aloud by whoever refuses it: key and all. */
const key = z
  .string()
  .trim()
  .min(8, { error: 'has fewer than 8 characters' })
  .regex(/^[\x21-\x7e]*$/, { error: 'has a character in it that no key has' })

const smtp = z
  .string()
  .refine((it) => URL.canParse(it) && /^smtps?:$/.test(new URL(it).protocol) && new URL(it).hostname !== '', {
    error: 'is not an address such as smtp://user:password@mail.example.org:587',
  })
const sender = z.string().refine((it) => readSender(it, '') !== null, {
  error: 'is not a mail address such as Name <name@example.org>',
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
  PMTILES: z.string().optional(),
  MEILI_URL: servers.optional(),
  MEILI_KEY: key.optional(),
  MEILI_WRITE_KEY: key.optional(),
  AUTH_SECRET: z.string().min(32, { error: 'has fewer than 32 characters' }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  SMTP_URL: smtp.optional(),
  MAIL_FROM: sender.optional(),
  BOUNCE_SECRET: z.string().min(16, { error: 'has fewer than 16 characters' }).optional(),
  LINK_CHECK: yes.default(false),
  ALLOW_PRIVATE_FEEDS: yes.default(false),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

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
  /** Path of a PMTiles archive that the site serves itself; null: none. */
  pmtiles: string | null
  /** Meilisearch servers, each with an index of its own; null: the embedded engine alone. */
  meili: Meili | null
  /** Null: one is made and kept in `dataDir`, see secret.ts. */
  authSecret: string | null
  /** How many proxies of ours stand in front, each of which adds a line to X-Forwarded-For. */
  proxies: number
  /** Null: letters are written into `dataDir`/outbox. */
  smtpUrl: string | null
  /** "Name <address>" or an address; null: the contact in data/site.json. */
  mailFrom: string | null
  /** Null: no bounces are taken in by POST /api/bounce. */
  bounceSecret: string | null
  /** Websites of listings are looked at from time to time. */
  linkCheck: boolean
  /** Sources may be read from this machine and from private networks. */
  allowPrivateFeeds: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** `key` may search and nothing else; `writeKey` is for sync alone and never in a process that serves. */
export type Meili = { urls: string[]; key: string | null; writeKey: string | null }

/** What these hold is never written anywhere. */
const SECRET: readonly string[] = [
  'AUTH_SECRET',
  'SMTP_URL',
  'BOUNCE_SECRET',
  'MEILI_URL',
  'MEILI_KEY',
  'MEILI_WRITE_KEY',
]

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
      `The setting ${name}${SECRET.includes(name) ? '' : ` ("${given[name]}")`} cannot be used: ${issue?.message}. See "${name}" in README.md.`,
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
    pmtiles: it.PMTILES ?? null,
    meili: meiliOf(it),
    authSecret: it.AUTH_SECRET ?? null,
    proxies: it.TRUST_PROXY,
    smtpUrl: it.SMTP_URL ?? null,
    mailFrom: it.MAIL_FROM ?? null,
    bounceSecret: it.BOUNCE_SECRET ?? null,
    linkCheck: it.LINK_CHECK,
    allowPrivateFeeds: it.ALLOW_PRIVATE_FEEDS,
    logLevel: it.LOG_LEVEL,
  }
}

function meiliOf(it: z.infer<typeof settings>): Meili | null {
  if (it.MEILI_URL === undefined) return null
  const urls = it.MEILI_URL.split(',').map((one) => one.trim().replace(/\/+$/, ''))
  return { urls: [...new Set(urls)], key: it.MEILI_KEY ?? null, writeKey: it.MEILI_WRITE_KEY ?? null }
}
