/** Everything the program does by itself. A new job is a line here: see jobs.ts for what it has to hold. */
import type { Job } from './jobs.ts'
import { tidyMail } from './mail/tidy.ts'

export const JOBS: readonly Job[] = [
  /** Addresses and letters that are no longer needed are forgotten. */
  { name: 'tidy-mail', every: '20 3 * * *', run: tidyMail },
]
