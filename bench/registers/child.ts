/** One run of a register in a process of its own: prints times in ms, peak memory in MB and what was written as JSON. Arguments: ZIP, database. */
import { readData } from '../../src/app/read-data.ts'
import { readMatching } from '../../src/app/read-matching.ts'
import { readSources } from '../../src/app/read-sources.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { sourceOf } from '../../src/imports/arrangement.ts'
import { stayInLittleMemory } from '../../src/imports/memory.ts'
import { runSource } from '../../src/imports/runs.ts'
import { ranksSchema } from '../../src/listings/settle.ts'
import { openStore } from '../../src/store/open.ts'

stayInLittleMemory()
const [zip = '', database = ''] = process.argv.slice(2)
const store = await openStore(database)
const ranks = readData('data/source-ranks.json', ranksSchema)
const limits = { lossShare: 0.2, refuseShare: 0.05, missing: { runs: 2, days: 14 } }
const workshop = { store, taxonomy: readTaxonomy(), ranks, ...limits, matching: readMatching() }
const kind = 'charity-commission' as const
const change = await store.lastChange()
const before = process.cpuUsage()
const start = performance.now()
const errand = {
  kind,
  at: [zip],
  source: sourceOf(readSources(), kind),
  now: new Date('2026-11-22T03:00:00Z'),
}
const report = await runSource(errand, workshop)
const milliseconds = performance.now() - start
const { user, system } = process.cpuUsage(before)
if (report.state !== 'applied') throw new Error(report.why ?? '')
const listingsWritten = (await store.lastChange()) - change
await store.close()
const peak = process.resourceUsage().maxRSS / 1024
process.stdout.write(
  JSON.stringify({
    milliseconds,
    processor: (user + system) / 1000,
    peak,
    read: report.read,
    listingsWritten,
  }),
)
