/** What /readyz says of search servers: enough for whoever runs the site, nothing for anybody else. */
import { describe, expect, it } from 'vitest'
import { serverSaid } from '../../src/app/readiness.ts'
import { WHY_SAID } from '../../src/search/search-server.ts'
import type { ServerState } from '../../src/search/never-down.ts'

const state = (over: Partial<ServerState>): ServerState => ({
  number: 2,
  answers: true,
  why: null,
  failed: 0,
  failing: null,
  ...over,
})

describe('a search server', () => {
  it.each<[Partial<ServerState>, string[]]>([
    [{}, []],
    [{ answers: false }, []],
    [{ failed: 3 }, ['search server 2 failed to answer 3 of the questions of the last half minute']],
    [
      { failed: 3, failing: 'slow' },
      ['search server 2 failed to answer 3 of the questions of the last half minute'],
    ],
    [{ failing: 'slow' }, ['search server 2 failed to answer the last question: it did not answer in time']],
    [{ why: 'refused' }, ['search server 2 is left out: it cannot be reached']],
    [{ why: 'behind', failed: 1 }, ['search server 2 is left out: its index is behind the directory']],
  ])('%j: %j', (over, said) => expect(serverSaid(state(over))).toEqual(said))

  it('is told of by its number: no address, no key', () => {
    for (const said of Object.values(WHY_SAID)) expect(said).not.toMatch(/http|:\d|Bearer/)
  })
})
