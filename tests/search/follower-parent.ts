/** Stands for the site: starts sync beside itself as the site does, and waits to be ended. */
import { makeLog } from '../../src/app/log.ts'
import { keepFollowing, takeKeys } from '../../src/app/sync/follow-child.ts'

const { follower, master } = takeKeys(process.env)
process.stdout.write(
  `${JSON.stringify({ left: Object.keys(process.env).filter((it) => it.startsWith('MEILI_')), master })}\n`,
)
if (follower !== null) keepFollowing(follower, makeLog('info'))
setInterval(() => undefined, 1000)
