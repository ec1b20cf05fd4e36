/** `npm run import -- …`: files into the directory. Exit 0 done, 1 could not or would not, 2 wrong command line. */
import { writeFileSync } from 'node:fs'
import { readConfig } from '../src/app/config.ts'
import { openHouse, type House } from '../src/app/house.ts'
import { readSources } from '../src/app/read-sources.ts'
import { inRoot } from '../src/app/root.ts'
import { cutOffLines } from '../src/app/sources/cut-off.ts'
import { correctionsFor } from '../src/app/sources/corrections.ts'
import { readDue, readOne } from '../src/app/sources/due.ts'
import { workshopOf } from '../src/app/sources/workshop.ts'
import { importFiles } from '../src/imports/apply.ts'
import { sourceOf } from '../src/imports/arrangement.ts'
import { readCommand, USAGE, type Command } from '../src/imports/command.ts'
import { guessProfile } from '../src/imports/guessing/guess.ts'
import { loadProfile } from '../src/imports/load-profile.ts'
import { stayInLittleMemory } from '../src/imports/memory.ts'
import { importPlaces, sayPlaces } from '../src/imports/postcode-tables.ts'
import { progressBar } from '../src/imports/progress.ts'
import { sayError } from '../src/imports/refused.ts'
import type { Report } from '../src/imports/report.ts'
import { runSource } from '../src/imports/runs.ts'
import { sayDifference } from '../src/imports/say-difference.ts'
import { sayReport } from '../src/imports/say-report.ts'
import { sayUndone } from '../src/imports/say-undone.ts'
import { undoRun } from '../src/imports/undo.ts'
import type { Difference } from '../src/store/runs/run-line.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (why: string, code: number): void => {
  process.stderr.write(`${why}\n`)
  process.exitCode = code
}

/** One report: as JSON, or for people with what was refused on stderr. */
function tell(report: Report, json: boolean): void {
  if (json) say(JSON.stringify(report))
  else if (report.state !== 'refused') say(sayReport(report))
  if (report.state === 'refused') fail(report.why ?? 'Refused.', 1)
}

async function read(command: Extract<Command, { is: 'files' | 'source' }>, house: House): Promise<void> {
  const bar = progressBar(process.stderr)
  let planned: Difference | null = null
  const difference = (it: Difference): void => void (planned = it)
  const manner = { now: command.now ?? house.now(), progress: bar.show, difference }
  let report: Report
  if (command.is === 'files') {
    const profile = loadProfile(command.profile, inRoot('data', 'profiles'))
    report = await importFiles({ ...command, ...manner, profile }, workshopOf(house))
  } else {
    const source = sourceOf(readSources(), command.kind, command.source)
    report = await runSource({ ...command, ...manner, source }, workshopOf(house))
  }
  bar.end()
  tell(report, command.json)
  if (command.dryRun && !command.json && planned !== null) say(`\n${sayDifference(planned)}`)
}

async function due(command: Extract<Command, { is: 'due' }>, house: House): Promise<void> {
  const { source, by, json, dryRun, acceptLoss } = command
  const manner = { now: command.now ?? house.now(), by, dryRun, acceptLoss }
  if (source !== undefined) {
    const report = await readOne(house, source, manner)
    if (report === null) return fail(`data/sources.json does not say where "${source}" is read.`, 1)
    return tell(report, json)
  }
  const all: Report[] = []
  await readDue(house, manner, (report, { name }) => {
    all.push(report)
    const why = report.state === 'refused' ? (report.why ?? 'Refused.') : null
    if (!json && why === null) say(sayReport(report))
    if (why !== null) fail(`${name}: ${why}`, 1)
  })
  if (json) say(JSON.stringify(all))
  else if (all.length === 0) say('No source is due.')
}

async function corrections(
  { source, file }: Extract<Command, { is: 'corrections' }>,
  house: House,
): Promise<void> {
  const found = await correctionsFor(house, source)
  if (found === null) return fail(`There is no source "${source}".`, 1)
  if (file === null) return void process.stdout.write(found.csv)
  writeFileSync(file, found.csv)
  say(`${found.lines === 1 ? '1 correction' : `${found.lines} corrections`} for ${source}: ${file}`)
}

async function inHouse(command: Command, house: House): Promise<void> {
  for (const line of await cutOffLines(house)) process.stderr.write(`${line}\n`)
  if (command.is === 'files' || command.is === 'source') await read(command, house)
  if (command.is === 'due') await due(command, house)
  if (command.is === 'postcodes') say(sayPlaces(await importPlaces(command.file, house.store)))
  if (command.is === 'corrections') await corrections(command, house)
  if (command.is === 'undo') {
    const undone = await undoRun(house.store.imports, command.run, command.now ?? house.now(), house.ranks)
    say(sayUndone(command.run, undone))
  }
}

stayInLittleMemory()
const command = readCommand(process.argv.slice(2))
try {
  if (command.is === 'wrong') fail(`${command.why}\n${USAGE}`, 2)
  else if (command.is === 'guess') say(JSON.stringify(await guessProfile(command.file), null, 2))
  else {
    const house = await openHouse(readConfig(process.env))
    await inHouse(command, house).finally(() => house.close())
  }
} catch (error) {
  fail(sayError(error), 1)
}
