/** Where the directory reads from, and who is believed about what: data/sources.json and data/source-ranks.json, checked. */
import { Cron } from 'croner'
import { arrangements, type Arrangement } from '../imports/arrangement.ts'
import { ranksSchema, type Ranks } from '../listings/settle.ts'
import { fieldGroups, withSources } from '../listings/source-ranks.ts'
import { BadData, readData } from './read-data.ts'

const SOURCES = 'data/sources.json'
const RANKS = 'data/source-ranks.json'

/** Throws BadData, naming the source and what is wrong with it. */
export function readSources(): Arrangement[] {
  const { sources } = readData(SOURCES, arrangements)
  const seen = new Set<string>()
  for (const it of sources) {
    const wrong = seen.has(it.id) ? 'stands there twice' : wrongWith(it)
    if (wrong !== null) throw new BadData(`${SOURCES}: "${it.id}" ${wrong}.`)
    seen.add(it.id)
  }
  return sources
}

function wrongWith({ kind, at, profile, every }: Arrangement): string | null {
  const needsProfile = kind === 'spreadsheet' || kind === 'geojson'
  if (needsProfile && at.length > 0 && profile === undefined) return 'has no "profile"'
  if (!needsProfile && profile !== undefined)
    return 'has a "profile", which only a spreadsheet or GeoJSON is read with'
  if (every === undefined) return null
  if (at.length === 0) return 'is to be read by itself ("every") and does not say where ("at")'
  try {
    new Cron(every, { timezone: 'Europe/London', paused: true })
    return null
  } catch {
    return `has "every": "${every}", which is no pattern such as "0 4 * * 1"`
  }
}

/** Throws BadData where a source has a rank for a group of fields that there is not. */
export function readRanks(sources: readonly Arrangement[]): Ranks {
  const read = withSources(readData(RANKS, ranksSchema), readData(RANKS, fieldGroups), sources)
  if (read.is === 'ranks') return read.ranks
  throw new BadData(`${SOURCES}: "${read.source}" ranks "${read.group}", which is no group of ${RANKS}.`)
}
