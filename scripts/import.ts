/** `npm run import -- …`: files into the directory. Exit 0 done, 1 could not or would not, 2 wrong command line. */
import { readConfig } from '../src/app/config.ts'
import { openHouse, type House } from '../src/app/house.ts'
import { readSources } from '../src/app/read-sources.ts'
import { inRoot } from '../src/app/root.ts'
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
import { sayReport } from '../src/imports/say-report.ts'
import { undoRun } from '../src/imports/undo.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (why: string, code: number): void => {
  process.stderr.write(`${why}\n`)
  process.exitCode = code
}

async function read(command: Extract<Command, { is: 'files' | 'source' }>, house: House): Promise<void> {
  const bar = progressBar(process.stderr)
  const workshop = { ...house, lossShare: house.site.imports.loss_share }
  const manner = { now: command.now ?? house.now(), progress: bar.show }
  let report: Report
  if (command.is === 'files') {
    const profile = loadProfile(command.profile, inRoot('data', 'profiles'))
    report = await importFiles({ ...command, ...manner, profile }, workshop)
  } else {
    const source = sourceOf(readSources(), command.kind, command.source)
    report = await runSource({ ...command, ...manner, source }, workshop)
  }
  bar.end()
  if (command.json) say(JSON.stringify(report))
  else if (report.state !== 'refused') say(sayReport(report))
  if (report.state === 'refused') fail(report.why ?? 'Refused.', 1)
}

async function inHouse(command: Command, house: House): Promise<void> {
  if (command.is === 'files' || command.is === 'source') await read(command, house)
  if (command.is === 'postcodes') say(sayPlaces(await importPlaces(command.file, house.store)))
  if (command.is === 'undo') {
    const changed = await undoRun(house.store.imports, command.run, command.now ?? house.now(), house.ranks)
    say(`Run ${command.run} is taken back: ${changed} listings changed.`)
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
