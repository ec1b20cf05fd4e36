/** The button that reads a source now. */
import { runNow } from '../../desk/run-source.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { House } from '../house.ts'
import { makeLog } from '../log.ts'
import { shortly, startReading } from './child.ts'

export function runDoor(house: House) {
  const log = makeLog(house.config.logLevel)
  const start = startReading(house.config, (source, how) => {
    // What is wrong with the source is kept with its run; here only what kept the process from running.
    if (how instanceof Error) log('error', 'a source could not be read', { source, why: how.message })
    else if (how.said === '') log('error', 'a source could not be read', { source, why: shortly(how.wrong) })
  })
  return (who: SignedIn | null, source: string, { acceptLoss }: { acceptLoss: boolean }) =>
    runNow(who, { source, acceptLoss }, { ...house, startReading: start })
}
