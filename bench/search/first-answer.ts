/** A process just started: from opening the index to the first answer, in milliseconds, as JSON on stdout. */
import { readSite } from '../../src/app/site.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { EngineQuery } from '../../src/search/engine.ts'

const [, , folder = '', asked = ''] = process.argv
const rules = { taxonomy: readTaxonomy(), site: readSite() }
const query = JSON.parse(asked) as EngineQuery
const from = performance.now()
const { total } = await openEmbedded(folder, rules).search(query)
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - from, total }))
