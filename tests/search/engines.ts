/** The engines that the contract suite asks; each starts empty, in a place of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { SearchEngine } from '../../src/search/engine.ts'
import { RULES } from './listings.ts'

export type EngineUnderTest = {
  name: SearchEngine['name']
  open(): Promise<{ engine: SearchEngine; remove: () => void }>
  /** Cases it answers otherwise, by the JSON of what is asked, with the reason. */
  differs: { [ask: string]: string }
}

export const ENGINES: EngineUnderTest[] = [
  {
    name: 'embedded',
    open: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'fingerpost-search-'))
      const engine = openEmbedded(folder, RULES)
      return {
        engine,
        remove: () => {
          engine.close()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
    differs: {},
  },
]
