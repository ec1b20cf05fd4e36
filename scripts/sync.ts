/**
 * `npm run sync [-- --rebuild | --check | --setup | --follow]`: every index follows the store. Exit 1 where one could not
 * be written or --check finds a difference, 2 for a wrong command line.
 */
import { parseArgs } from 'node:util'
import { BadSetting, readConfig } from '../src/app/config.ts'
import { unaddressed } from '../src/app/mail/unaddressed.ts'
import { bringAll } from '../src/app/sync/bring-all.ts'
import { followServers } from '../src/app/sync/follow-servers.ts'
import { letOthersFirst } from '../src/app/sync/let-others-first.ts'
import { NoKeys, setUp } from '../src/app/sync/setup.ts'

const USAGE = 'npm run sync [-- --rebuild | --check | --setup | --follow]'
const NAMES = ['rebuild', 'check', 'setup', 'follow'] as const

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (line: string): void => void process.stderr.write(`${line}\n`)

function read(): (typeof NAMES)[number] | 'catch-up' {
  const wrong = (why: string): never => {
    fail(`${why}\n${USAGE}`)
    process.exit(2)
  }
  try {
    const yes = { type: 'boolean' } as const
    const { values } = parseArgs({ options: { rebuild: yes, check: yes, setup: yes, follow: yes } })
    const given = NAMES.filter((name) => values[name] === true)
    return given.length > 1 ? wrong(`One of them at a time: ${given.join(', ')}`) : (given[0] ?? 'catch-up')
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

const asked = read()
letOthersFirst()
try {
  const config = readConfig(process.env)
  if (asked === 'setup') {
    const { search, write } = await setUp(config, process.env['MEILI_MASTER_KEY'])
    say(`MEILI_KEY=${search}\nMEILI_WRITE_KEY=${write}`)
  } else if (asked === 'follow') {
    if (config.meili === null)
      throw new NoKeys('MEILI_URL is not set: the site follows its own index by itself')
    await followServers(config)
    process.exit()
  } else if (!(await bringAll(config, asked, { say, fail }))) process.exitCode = 1
} catch (error) {
  const known = error instanceof BadSetting || error instanceof NoKeys
  fail(known ? error.message : unaddressed(error))
  process.exit(1)
}
