/** What is said of runs that were cut off, at the next start of whatever comes first. */
import { findCutOff } from '../../imports/holding.ts'
import type { CutOff } from '../../store/running.ts'
import { isBusy } from '../../store/database.ts'
import { texts } from '../../text/texts.ts'
import { sayError } from '../../imports/refused.ts'
import { makeLog } from '../log.ts'
import type { House } from '../house.ts'
import { momentSaid } from './said.ts'

const en = texts('en')

const sayCutOff = ({ name, startedAt }: CutOff): string =>
  `The run of ${name} that began on ${momentSaid(startedAt, en)} was cut off. Nothing of it was kept.`

/** Marks runs whose process is gone as stopped; a line for each. Left to the next start while another program writes. */
export async function cutOffLines({ store }: Pick<House, 'store'>): Promise<string[]> {
  try {
    return (await findCutOff(store.imports)).map(sayCutOff)
  } catch (error) {
    if (isBusy(error)) return []
    throw error
  }
}

/** For a process that serves. Never rejects. */
export async function logCutOff(house: Pick<House, 'store' | 'config'>): Promise<void> {
  const log = makeLog(house.config.logLevel)
  try {
    for (const line of await cutOffLines(house)) log('warn', line)
  } catch (error) {
    log('error', 'runs that were cut off could not be looked for', { why: sayError(error) })
  }
}
