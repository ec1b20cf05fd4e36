/** What the public is told of money, and what insiders read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptListings } from '../../src/app/kept-listings.ts'
import { endsCsv } from '../../src/app/funding/ends-csv.ts'
import { endsView } from '../../src/app/funding/ends-view.ts'
import { moneyView } from '../../src/app/funding/money-view.ts'
import { fundingView } from '../../src/app/groups/funding-view.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { readSite } from '../../src/app/site.ts'
import type { FundingEvent } from '../../src/funding/event.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import type { ImportTransaction } from '../../src/store/import-store.ts'
import { aSignedIn, type Holding } from '../signed-in.ts'
import { aNew, importing, SOURCE } from '../store/made.ts'

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
const TOLD = { by: 'source', source: 'Grants of the town' } as const
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
    [TOLD],
    AFTER,
    'Funded until 31 March. Whether it goes on is not known yet.',
    'Told by Grants of the town.',
  ],
  [
    'a group goes on, whatever a source tells later',
    [
      { says: 'goes-on', until: null },
      { ...TOLD, saidAt: '2027-01-20T09:00:00.000Z' },
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

const anAward = (id: string, title: string, pence: number | null, endsOn: string | null) => ({
  award: {
    id: `360G-fund-${id}`,
    title,
    funder: 'The Tea Fund',
    funderId: null,
    amountPence: pence,
    awardedOn: '2026-01-01',
    startsOn: '2026-04-01',
    endsOn,
    recipient: { name: 'Kettle Friends', ids: ['GB-CHC-1'], postcode: null },
  },
  hash: id,
  known: undefined,
})
const told = (tx: ImportTransaction) =>
  tx.awards.write([
    anAward('1', 'Tea', 1_200_000, '2027-03-31'),
    anAward('2', '=Cups', null, '2026-12-31'),
    anAward('3', 'Spoons', 50_000, null),
  ])

describe('a grant', () => {
  const point = { lat: 53.42, lng: -2.32, precision: 'exact' as const }
  const place = (postcode: string) => ({ name: 'Hall', postcode, point })
  const needs = ['loneliness', 'food-help']
  const group = { id: 'g-grant', name: '=Kettle Friends', org_ids: ['GB-CHC-1'] }
  const other = { id: 'g-other', name: 'Others', org_ids: [] }
  let house: Parameters<typeof endsView>[0]
  beforeAll(async () => {
    const open = await openStore(':memory:')
    await open.add([
      aNew('a', { needs, places: [place('M33 2AB'), place('M41 9BT')] }, { group }),
      aNew('b', { needs: ['loneliness'], places: [place('M33 2AB')] }, { group: other }),
      aNew('c', { needs: ['debt'] }, { group: other }),
    ])
    await open.sayCapacity([
      {
        id: 'r',
        listing: 'b',
        session: null,
        state: 'open',
        weeks: null,
        until: null,
        saidAt: '2027-01-30T09:00:00.000Z',
        by: 'group',
      },
    ])
    await importing(open, told)
    house = {
      store: open,
      site: readSite(),
      now: () => NOW,
      taxonomy: readTaxonomy(),
      areas: () => Promise.resolve([]),
      listings: keptListings(open),
    }
  })
  const shown = async (holds: Holding[], asked = {}) => {
    const all = { days: 90 as const, need: '', area: '', ...asked }
    return endsView(house, aSignedIn(holds), all, 'en')
  }

  test('is a fact for insiders, by funder and source; the public reads no more than that it may change', async () => {
    const [known] = await house.store.listings(['a'])
    if (known === undefined) throw new Error('It was not added')
    const { said, grants, older } = await moneyView(house, known, 'en')
    expect(said?.by).toBe(`A grant of The Tea Fund, told by ${SOURCE.name}.`)
    expect(grants.map(({ title, amount, until }) => [title, amount, until])).toEqual(
      expect.arrayContaining([
        ['Tea', '£12,000', 'until 31 March 2027'],
        ['Spoons', '£500', 'the end is not known'],
      ]),
    )
    expect(older.map(({ title }) => title)).toEqual(['=Cups'])
    expect(await fundingView(house, known, 'en')).toEqual({ sentence: AFTER, over: false })
  })

  test('that ends is counted with its amount, and what else there is for each need', async () => {
    const view = await shown([{ role: 'desk' }])
    if (view.is === 'refused') throw new Error('refused')
    expect(view.all).toEqual({ listings: 1, places: 2, without: 1, others: 1, withRoom: 1, pence: 1_200_000 })
    expect(view.needs.map(({ id, others, withRoom, without }) => [id, others, withRoom, without])).toEqual([
      ['food-help', 0, 0, 1],
      ['loneliness', 1, 1, 0],
    ])
    expect(view.areas.map(({ label }) => label)).toEqual(['M33', 'M41'])
    expect([view.unknown, view.total, view.hidden]).toEqual([2, 3, 0])
    expect(endsCsv(view, 'needs', 'https://d.example.org', 'en').split('\r\n')[1]).toBe(
      'Food when money is short,1,2,1,0,0,12000',
    )
    expect(endsCsv(view, 'listings', 'https://d.example.org', 'en').split('\r\n')[1]).toBe(
      `Kettle a,'=Kettle Friends,2027-03-31,"A grant of The Tea Fund, told by ${SOURCE.name}.",1,1,https://d.example.org/listing/kettle-a`,
    )
  })

  test.each([
    ['the desk of its area', [{ role: 'desk', scope: 'M33' }], ['a'], 0],
    ['the desk of another', [{ role: 'desk', scope: 'M31' }], [], 1],
    ['a link worker there', [{ role: 'link-worker', scope: 'M41' }], ['a'], 0],
    ['an umbrella body that was not accepted', [{ role: 'umbrella', scope: 'u1' }], [], 1],
  ] as [string, Holding[], string[], number][])('%s', async (_, holds, ids, hidden) => {
    const view = await shown(holds)
    if (view.is === 'refused') throw new Error('refused')
    expect([view.listings.map(({ id }) => id), view.hidden, view.all.listings]).toEqual([ids, hidden, 1])
  })

  test('nobody else sees any of it', async () => {
    expect(await shown([])).toEqual({ is: 'refused' })
    expect(await shown([{ role: 'group', scope: 'g-grant' }])).toEqual({ is: 'refused' })
  })
})
