/** What is forgotten of letters, and when. */
import { join } from 'node:path'
import { tidyFolder } from '../../mail/folder.ts'
import type { House } from '../house.ts'

/** Days for which a letter that was sent keeps its address, to answer "did it go?". Files of the folder as long. */
const ADDRESS_DAYS = 30
/** Days for which it is known that a letter was posted: longer than anything is asked again. */
const POSTED_DAYS = 800
const BOUNCE_DAYS = 60
/** Days for which a link or code that ran out still says so. */
const TOKEN_DAYS = 90
const DAY_MS = 86_400_000

export async function tidyMail({ store, config, now }: House): Promise<void> {
  const before = (days: number): string => new Date(now().getTime() - days * DAY_MS).toISOString()
  await store.mail.tidy({
    addressesBefore: before(ADDRESS_DAYS),
    rowsBefore: before(POSTED_DAYS),
    bouncesBefore: before(BOUNCE_DAYS).slice(0, 10),
    tokensBefore: before(TOKEN_DAYS),
  })
  tidyFolder(outboxFolder(config), new Date(before(ADDRESS_DAYS)))
}

export const outboxFolder = ({ dataDir }: { dataDir: string }): string => join(dataDir, 'outbox')
