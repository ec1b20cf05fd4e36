/** Sources whose time has come are read, by a process of its own; nobody here waits for it. */
import { z } from 'zod'
import { sayError } from '../../imports/refused.ts'
import { report } from '../../imports/report.ts'
import type { House } from '../house.ts'
import { makeLog, type Log } from '../log.ts'
import { importing, shortly, type Ended } from './child.ts'
import { logCutOff } from './cut-off.ts'
import { dueSources } from './due.ts'

/** This process reads already: the next look finds what is still due. */
let underWay = false

export async function readSourcesJob(house: House): Promise<void> {
  const log = makeLog(house.config.logLevel)
  await logCutOff(house)
  if (underWay || (await dueSources(house, house.now())).length === 0) return
  underWay = true
  void importing(house.config, ['--due', '--json'])
    .then(
      (ended) => tell(ended, log),
      (error: unknown) => log('error', 'sources could not be read', { why: sayError(error) }),
    )
    .finally(() => {
      underWay = false
    })
}

const reports = z.array(report)

/** A line a source; why one failed is kept with its run as well. */
function tell({ said, wrong }: Ended, log: Log): void {
  const read = reports.safeParse(parsed(said))
  if (!read.success) return log('error', 'sources could not be read', { why: shortly(wrong) })
  for (const { source, state, why } of read.data)
    log(state === 'refused' ? 'warn' : 'info', 'a source was read', { source, state, why: why ?? '' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
