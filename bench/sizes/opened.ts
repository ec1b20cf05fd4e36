/** What an index takes in a process that opened it and answers from it, as a site does after a start: `FOLDER QUESTIONS`, JSON out. */
import { readFileSync } from 'node:fs'
import { readSite } from '../../src/app/site.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { EngineQuery } from '../../src/search/engine.ts'

/** Megabytes: of the process, and of those what stands in columns and sets, and in objects. */
export type Held = { whole: number; columns: number; objects: number }

const [, , folder = '', questions = ''] = process.argv
const engine = openEmbedded(folder, { taxonomy: readTaxonomy(), site: readSite() })
for (const query of JSON.parse(readFileSync(questions, 'utf8')) as EngineQuery[]) await engine.search(query)
global.gc?.()
const { rss, arrayBuffers, heapUsed } = process.memoryUsage()
const MB = 2 ** 20
const held: Held = { whole: rss / MB, columns: arrayBuffers / MB, objects: heapUsed / MB }
process.stdout.write(JSON.stringify(held))
engine.close()
