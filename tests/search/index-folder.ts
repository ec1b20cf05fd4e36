/** For each test a folder for an index, taken away afterwards, and a feed with all listings of the fixture. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { SearchEngine } from '../../src/search/engine.ts'
import { asked } from './cases.ts'
import { makeFeed, type FeedUnderTest } from './feed.ts'
import { IDS, knownListing, RULES } from './listings.ts'

export type IndexFolder = {
  path: string
  feed: FeedUnderTest
  /** Closed after the test. */
  open(rules?: typeof RULES): SearchEngine
  /** Of the one index file in it. */
  file(): string
}

export function indexFolder(): IndexFolder {
  const opened: SearchEngine[] = []
  const it: IndexFolder = {
    path: '',
    feed: makeFeed(),
    open(rules = RULES) {
      const engine = openEmbedded(it.path, rules)
      opened.push(engine)
      return engine
    },
    file: () => readdirSync(it.path).find((name) => name.endsWith('.sqlite')) ?? 'none',
  }
  beforeEach(() => {
    it.path = mkdtempSync(join(tmpdir(), 'fingerpost-index-'))
    it.feed = makeFeed()
    it.feed.put(...IDS.map(knownListing))
  })
  afterEach(() => {
    for (const engine of opened.splice(0)) engine.close()
    rmSync(it.path, { recursive: true, force: true })
  })
  return it
}

/** Ids of what is found, in the order of their letters. */
export const found = async (engine: SearchEngine, what = ''): Promise<string[]> =>
  (await engine.search(asked({ what }))).hits.map(({ id }) => id).sort()

/** A listing of the fixture under another name. */
export function named(id: string, name: string): ReturnType<typeof knownListing> {
  const known = knownListing(id)
  return { ...known, listing: { ...known.listing, name } }
}
