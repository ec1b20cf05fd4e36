/** Which keys are left in the environment of what serves, and who gets them. */
import { expect, it } from 'vitest'
import { takeKeys } from '../../src/app/sync/follow-child.ts'

const URL = 'http://127.0.0.1:7700'

it.each<[string, NodeJS.ProcessEnv, NodeJS.ProcessEnv | null]>([
  ['nothing is set', { PORT: '1' }, null],
  ['no server', { MEILI_WRITE_KEY: 'w' }, null],
  ['only the key that searches', { MEILI_URL: URL, MEILI_KEY: 's' }, null],
  ['an empty key', { MEILI_URL: URL, MEILI_WRITE_KEY: ' ' }, null],
  [
    'all of them: the follower never gets the master key',
    { MEILI_URL: URL, MEILI_KEY: 's', MEILI_WRITE_KEY: 'w', MEILI_MASTER_KEY: 'm' },
    { MEILI_URL: URL, MEILI_KEY: 's', MEILI_WRITE_KEY: 'w' },
  ],
])('%s', (_, env, follower) => {
  const serves = { ...env }
  expect(takeKeys(serves)).toEqual({ follower, master: 'MEILI_MASTER_KEY' in env })
  const { MEILI_WRITE_KEY: _write, MEILI_MASTER_KEY: _master, ...rest } = env
  expect(serves).toEqual(rest)
})
