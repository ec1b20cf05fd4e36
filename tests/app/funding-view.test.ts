/** What the public is told of money, and what insiders read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyView } from '../../src/app/funding/money-view.ts'
import { fundingView } from '../../src/app/groups/funding-view.ts'
import { readSite } from '../../src/app/site.ts'
import type { FundingEvent } from '../../src/funding/event.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { aNew } from '../store/made.ts'

const NOW = new Date('2027-02-01T12:00:00.000Z')
let store: Store
beforeAll(async () => {
  store = await openStore(':memory:')
})
afterAll(() => store.close())

const event = (listing: string, over: Partial<FundingEvent>): FundingEvent => ({
  id: `${listing} ${over.by ?? 'group'}`,
  listing,
  says: 'unknown',
  until: '2027-03-31',
  saidAt: '2026-11-01T09:00:00.000Z',
  by: 'group',
  source: null,
  ...over,
})
const SOURCE = { by: 'source', source: 'Grants of the town' } as const
const AFTER = 'This may change after March 2027.'

/** what, the events, the public sentence, what insiders read and who said it */
const SEEN: [string, Partial<FundingEvent>[], string | null, string | null, string | null][] = [
  ['nothing', [], null, null, null],
  [
    'a group does not know',
    [{}],
    AFTER,
    'Funded until 31 March. Whether it goes on is not known yet.',
    'The group said so 3 months ago.',
  ],
  [
    'a group ends',
    [{ says: 'ends' }],
    AFTER,
    'Its funding ends on 31 March.',
    'The group said so 3 months ago.',
  ],
  [
    'a source tells',
    [SOURCE],
    AFTER,
    'Funded until 31 March. Whether it goes on is not known yet.',
    'Told by Grants of the town.',
  ],
  [
    'a group goes on, whatever a source tells later',
    [
      { says: 'goes-on', until: null },
      { ...SOURCE, saidAt: '2027-01-20T09:00:00.000Z' },
    ],
    null,
    'Its funding goes on.',
    'The group said so 3 months ago.',
  ],
]

describe('funding', () => {
  test.each(SEEN.map((row, at) => [...row, at] as const))('%s', async (_, events, open, main, by, at) => {
    const id = `l${at}`
    await store.add([aNew(id, {}, { group: { id: `g${at}`, name: 'Kettle', org_ids: [] } })])
    await store.sayFunding(events.map((it) => event(id, it)))
    const [known] = await store.listings([id])
    if (known === undefined) throw new Error('It was not added')
    const house = { store, site: readSite(), now: () => NOW }
    const seen = await fundingView(house, known, 'en')
    expect(seen).toEqual(open === null ? null : { sentence: open, over: false })
    const { said } = await moneyView(house, known, 'en')
    expect(said).toEqual(main === null ? null : { main, by })
    const ended = { ...known, listing: { ...known.listing, status: 'ended' as const } }
    expect(await fundingView(house, ended, 'en'), 'what has ended says no more').toBeNull()
  })
})
