/** A standing arrangement: where a source is read, how often, whose it is, and how far it is believed. data/sources.json. */
import { z } from 'zod'
import { AUTHORS } from '../listings/claims.ts'
import type { Source } from '../store/store.ts'
import { REGISTER_KINDS, SOURCE_KINDS, type SourceKind } from './source-kinds.ts'

const words = z.string().trim().min(1).max(400)

export const arrangement = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,80}$/, 'is not an id of small letters, digits and dashes'),
  name: words,
  kind: z.enum(SOURCE_KINDS),
  /** Files, a folder, or an address; empty: it is only ever named on the command line. */
  at: z.array(words).default([]),
  /** Of a spreadsheet or GeoJSON: the name of a profile. */
  profile: words.optional(),
  publisher: words.optional(),
  licence: words.optional(),
  licence_url: z.url({ protocol: /^https?$/ }).optional(),
  /** The words its publisher wants to see beside what is taken from it. */
  attribution: words.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** When it is read: a pattern of croner in Europe/London, "0 4 * * 1"; absent: never by itself. */
  every: words.optional(),
  /** How far its word counts, 0 to 100, by group of fields in data/source-ranks.json; absent: as any source's. */
  ranks: z.record(z.string(), z.number().int().min(0).max(100)).default({}),
  /** As which author it speaks. */
  author: z.enum(AUTHORS).extract(['source', 'register']).default('source'),
})
export type Arrangement = z.infer<typeof arrangement>

export const arrangements = z.strictObject({
  $about: z.string().optional(),
  sources: z.array(arrangement),
})

/** The record of a source: as arranged under this id, else as others of its kind, under a name of its own. */
export function sourceOf(all: readonly Arrangement[], kind: SourceKind, id: string = kind): Source {
  const own = all.find((it) => it.id === id)
  if (own !== undefined) return { ...recordOf(own), kind }
  const alike = all.find((it) => it.id === kind)
  if (alike !== undefined)
    return { ...recordOf(alike), id, name: `${alike.name} (${id})`, kind, arranged: undefined }
  return { ...NOTHING, id, name: id, kind }
}

const NOTHING = {
  publisher: null,
  licence: null,
  licence_url: null,
  attribution: null,
  url: null,
  lastRunAt: null,
}

export function recordOf(it: Arrangement): Source {
  const { id, name, kind, publisher, licence, licence_url, attribution, url } = it
  return {
    id,
    name,
    kind,
    publisher: publisher ?? null,
    licence: licence ?? null,
    licence_url: licence_url ?? null,
    attribution: attribution ?? null,
    url: url ?? null,
    lastRunAt: null,
    arranged: {
      at: it.at,
      profile: it.profile ?? null,
      every: it.every ?? null,
      ranks: it.ranks,
      author: it.author,
    },
  }
}

/** As whom a source speaks: as arranged; registers of the known kinds always as registers. */
export function authorOf({ kind }: Source, record: Source | undefined): Arrangement['author'] {
  if (record?.arranged !== undefined) return record.arranged.author
  return REGISTER_KINDS.some((it) => it === kind) ? 'register' : 'source'
}
