/** One measured thing in a process of its own: prints time and processor time in ms and peak memory in MB as JSON. Arguments: what, CSV, database. */
import { DatabaseSync } from 'node:sqlite'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { readData } from '../../src/app/read-data.ts'
import { readMatching } from '../../src/app/read-matching.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { importFiles } from '../../src/imports/apply.ts'
import { ranksSchema } from '../../src/listings/settle.ts'
import { stayInLittleMemory } from '../../src/imports/memory.ts'
import { openStore } from '../../src/store/open.ts'
import { BENCH_PROFILE } from './profile.ts'
import { COLUMNS } from './rows.ts'

stayInLittleMemory()
const [what, csv = '', database = ''] = process.argv.slice(2)

/** What no import can do without: the file parsed, its rows in a table, durable. */
function bare(): number {
  const db = new DatabaseSync(database)
  db.exec('pragma journal_mode = wal; pragma synchronous = full')
  db.exec(`create table row (id integer primary key, ${COLUMNS.map((name) => `"${name}" text`).join(', ')})`)
  const start = performance.now()
  const { data } = Papa.parse<string[]>(readFileSync(csv, 'utf8'), { skipEmptyLines: true })
  const insert = db.prepare(
    `insert into row (${COLUMNS.map((name) => `"${name}"`).join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`,
  )
  db.exec('begin')
  for (const cells of data.slice(1)) insert.run(...cells)
  db.exec('commit')
  const took = performance.now() - start
  db.close()
  return took
}

async function imported(): Promise<number> {
  const store = await openStore(database)
  const ranks = readData('data/source-ranks.json', ranksSchema)
  const limits = { lossShare: 0.2, refuseShare: 0.05, missing: { runs: 2, days: 14 } }
  const workshop = { store, taxonomy: readTaxonomy(), ranks, ...limits, matching: readMatching() }
  const start = performance.now()
  const report = await importFiles({ files: [csv], profile: BENCH_PROFILE, now: new Date() }, workshop)
  const took = performance.now() - start
  const { added, unchanged } = report.listings
  if (report.state !== 'applied' || added + unchanged !== report.read)
    throw new Error(`${report.why ?? ''} ${JSON.stringify(report.listings)}`)
  await store.close()
  return took
}

const before = process.cpuUsage()
const milliseconds = what === 'bare' ? bare() : await imported()
const { user, system } = process.cpuUsage(before)
const peak = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ milliseconds, processor: (user + system) / 1000, peak }))
