/** `npm run review [-- --dry-run --now DATE]`: asks who is due to be asked. Exit 0 done, 1 could not, 2 wrong command line. */
import { parseArgs } from 'node:util'
import { readConfig } from '../src/app/config.ts'
import { openHouse } from '../src/app/house.ts'
import { planLines } from '../src/reviews/say-plan.ts'
import { runReviews } from '../src/reviews/run.ts'
import { en } from '../src/text/en.ts'

const USAGE = 'npm run review [-- --dry-run] [--now 2026-11-22] [--all]'
/** So many lines are read by a person; `--all` says the rest. */
const LINES = 20

function read(): { dryRun: boolean; now: Date | null; all: boolean } | { wrong: string } {
  try {
    const { values } = parseArgs({
      options: { 'dry-run': { type: 'boolean' }, now: { type: 'string' }, all: { type: 'boolean' } },
    })
    const now = values.now === undefined ? null : new Date(values.now)
    if (now !== null && Number.isNaN(now.getTime()))
      return { wrong: `--now "${values.now}" is not a day such as 2026-11-22.` }
    return { dryRun: values['dry-run'] === true, now, all: values.all === true }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

const fail = (why: string, code: number): void => {
  process.stderr.write(`${why}\n`)
  process.exitCode = code
}

const command = read()
if ('wrong' in command) fail(`${command.wrong}\n${USAGE}`, 2)
else
  try {
    const house = await openHouse(readConfig(process.env))
    const now = command.now ?? house.now()
    const about = { now, dryRun: command.dryRun }
    const planned = await runReviews(house, house.assumptions, house.site, about).finally(() => house.close())
    for (const line of planLines(
      planned,
      { now, dryRun: command.dryRun, most: command.all ? undefined : LINES },
      en,
    ))
      process.stdout.write(`${line}\n`)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error), 1)
  }
