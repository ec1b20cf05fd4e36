/** `npm run sync [-- --rebuild | --check]`: the index follows the store. Exit 1 where --check finds a difference, 2 for a wrong command line. */
import { parseArgs } from 'node:util'
import { readConfig } from '../src/app/config.ts'
import { openHouse } from '../src/app/house.ts'

function read(): { rebuild?: boolean; check?: boolean } {
  try {
    return parseArgs({ options: { rebuild: { type: 'boolean' }, check: { type: 'boolean' } } }).values
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${why}\nnpm run sync [-- --rebuild | --check]\n`)
    process.exit(2)
  }
}

const values = read()
const house = await openHouse(readConfig(process.env))
try {
  if (values.rebuild) await house.follower.rebuild()
  else await house.follower.catchUp(Number.POSITIVE_INFINITY)
  const { applied, documents } = await house.engine.health()
  process.stdout.write(`The index holds ${documents} listings, up to change ${applied}.\n`)
  if (values.check) {
    const { expected, missing, leftOver, different, same } = await house.follower.check()
    process.stdout.write(
      same
        ? 'It holds what the store says.\n'
        : `It should hold ${expected}. Missing: ${missing.length}, left over: ${leftOver.length}, different: ${different.length}.\n`,
    )
    process.exitCode = same ? 0 : 1
  }
} finally {
  await house.close()
}
