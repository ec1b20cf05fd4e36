/** Everything the program does by itself. A new job is a line here: see jobs.ts for what it has to hold. */
import type { Job } from './jobs.ts'
import { linkJob } from './link-job.ts'
import { tidyMail } from './mail/tidy.ts'
import { review } from './reviews/review-job.ts'
import { readSourcesJob } from './sources/due-job.ts'
import { searchNews } from './workers/news-job.ts'

export const JOBS: readonly Job[] = [
  /** Who is due to be asked whether a listing is still right. */
  { name: 'review', every: '0 8 * * *', run: review },
  /** What changed in saved searches; late where Monday was missed, never twice. */
  { name: 'search-news', every: '0 7 * * 1', run: searchNews },
  /** Addresses and letters that are no longer needed are forgotten. */
  { name: 'tidy-mail', every: '20 3 * * *', run: tidyMail },
  /** Sources whose time has come: each has its own ("every" in data/sources.json); this is how often it is looked for. */
  { name: 'sources', every: 5, run: readSourcesJob },
  /** Websites that are gone are told to the desk. Off by default: it asks other people's servers. */
  { name: 'links', every: 10, when: ({ config }) => config.linkCheck, run: linkJob },
]
