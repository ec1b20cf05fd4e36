/** `npm run review` on real stores: who is asked, once, in which letter, and what follows where nobody answers. */
import { expect, test } from 'vitest'
import { hashOfAddress } from '../../src/store/mail/address-hash.ts'
import type { ListingFields } from '../../src/listings/listing.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT } from '../store/made.ts'
import { review } from './house.ts'

const NOW = new Date('2027-11-22T09:00:00.000Z')
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
const mail = (address: string, visible = true) => ({ email: { address, visible } })
const phone = (visible = true) => ({ phone: { number: '0161 496 0000', visible } })

/** Letters that wait, as kind, address and names of listings. */
async function letters(store: Store, now = days(60)) {
  const due = await store.outbox.due(now, 500)
  return due.map(({ kind, to, about }) => {
    const listings = about['listings'] as { name: string; shown?: string[]; why: string }[]
    return { kind, to, names: listings.map(({ name }) => name).sort(), about, listings }
  })
}

async function keeper(store: Store, email: string, group = 'g1'): Promise<string> {
  return store.act(async ({ people, grants }) => {
    const { id } = await people.for({ email, id: crypto.randomUUID(), at: AT })
    const grant = { id: crypto.randomUUID(), person: id, role: 'group' as const, scope: group }
    await grants.give({ ...grant, givenAt: AT, givenBy: null, endedAt: null })
    return id
  })
}

/** What keeps a listing from being asked about. */
const NOT_ASKED: [why: string, said: Partial<ListingFields>][] = [
  ['a draft', { status: 'draft' }],
  ['what has ended', { status: 'ended' }],
  ['what ended on a day', { ended_on: '2027-11-21' }],
  [
    'what has a break now',
    {
      sessions: [
        {
          rule: { every: 'week', on: ['tu'] },
          pauses: [{ from: '2027-11-01', until: '2027-12-24' }],
        },
      ],
    },
  ],
]

onEachDatabase('reviews', ({ open }) => {
  test('a dry run says whom and writes nothing', async () => {
    const store = await open()
    await store.add([aNew('a', mail('a@example.org'))])
    const { asks } = await review(store, NOW, true)
    expect(asks.map(({ rung, listings }) => [rung, listings.map(({ id }) => id)])).toEqual([['asked', ['a']]])
    expect(await store.asked('2000-01-01T00:00:00.000Z')).toEqual([])
    expect(await letters(store)).toEqual([])
  })

  test('money that a source says ends is asked about, though all was confirmed last week, and a word of theirs ends that', async () => {
    const store = await open()
    await keeper(store, 'kettle@example.org')
    await store.add([aNew('a')])
    const said = { listing: 'a', source: null, says: 'unknown', until: '2028-01-17' } as const
    await store.sayFunding([{ ...said, id: 'f1', saidAt: AT, by: 'source', source: 'Grants of the town' }])
    const confirmed = { listing: 'a', by: 'group', source: null, how: 'form', revision: 1 } as const
    await store.confirm([{ ...confirmed, id: 'c', at: days(-7).toISOString() }])
    const asks = async (now: Date) =>
      (await review(store, now, true)).asks.map(({ listings }) => listings[0]?.why[0])
    expect(await asks(days(-1)), 'the day before').toEqual([])
    expect(await asks(NOW), 'eight weeks before').toEqual([{ is: 'funding-ends', on: '2028-01-17' }])
    await store.sayFunding([{ ...said, id: 'f2', saidAt: NOW.toISOString(), by: 'group' }])
    expect(await asks(NOW), 'they said that they do not know').toEqual([])
    expect(await asks(days(70)), 'two weeks after').toEqual([{ is: 'funding-ended', on: '2028-01-17' }])
  })

  test('one letter a person, with everything of theirs', async () => {
    const store = await open()
    await keeper(store, 'kettle@example.org')
    await store.add([aNew('a'), aNew('b', mail('other@example.org')), aNew('c')])
    await review(store, NOW)
    const sent = await letters(store)
    expect(sent.map(({ kind, to, names }) => [kind, to, names])).toEqual([
      ['review', 'kettle@example.org', ['Kettle a', 'Kettle b', 'Kettle c']],
    ])
    expect(sent[0]?.about['path']).toMatch(/^\/answer\/[\w-]{32}$/)
    expect(sent[0]?.about['keep']).toBeNull()
    expect(sent[0]?.listings.every(({ why }) => why.endsWith('.'))).toBe(true)
  })

  test('where nobody keeps it, the address it shows is asked, whatever its letters', async () => {
    const store = await open()
    await store.add([aNew('a', mail('Tea@Example.org')), aNew('b', mail('tea@example.org'))])
    await review(store, NOW)
    const [letter, ...rest] = await letters(store)
    expect(rest).toEqual([])
    expect(letter).toMatchObject({ to: 'tea@example.org', names: ['Kettle a', 'Kettle b'] })
    expect(letter?.about['keep']).toMatch(/^\/groups\/keep\/kettle-[ab]$/)
  })

  test('nothing hidden is in a letter', async () => {
    const store = await open()
    await store.add([aNew('a', { ...mail('secret@example.org', false), ...phone(false) })])
    await review(store, NOW)
    const [letter] = await letters(store)
    expect(letter?.to, 'it goes to the hidden address').toBe('secret@example.org')
    expect(JSON.stringify(letter?.about)).not.toMatch(/0161|secret/)
  })

  test('run twice, or by two at once, nobody is asked twice', async () => {
    const store = await open()
    await store.add(['a', 'b', 'c'].map((id) => aNew(id, mail(`${id}@example.org`))))
    await Promise.all([review(store, NOW), review(store, NOW)])
    await review(store, NOW)
    await review(store, new Date(NOW.getTime() + 3_600_000))
    await review(store, days(1))
    await review(store, days(-1))
    expect((await letters(store)).map(({ to }) => to).sort()).toEqual(
      ['a', 'b', 'c'].map((id) => `${id}@example.org`),
    )
  })

  test('whoever answered is left alone, whoever did not is asked again after the wait', async () => {
    const store = await open()
    await store.add(['a', 'b'].map((id) => aNew(id, mail(`${id}@example.org`))))
    await review(store, NOW)
    const about = { by: 'group', source: null, how: 'form', revision: 1 } as const
    await store.confirm([{ ...about, id: 'c1', listing: 'a', at: days(2).toISOString() }])
    await review(store, days(20))
    expect(await letters(store)).toHaveLength(2)
    await review(store, days(22))
    const again = (await letters(store)).filter(({ about: said }) => said['again'] === true)
    expect(again.map(({ to }) => to)).toEqual(['b@example.org'])
    const asked = await store.asked(NOW.toISOString())
    expect(asked.map(({ listing, rung, answeredAt }) => [listing, rung, answeredAt !== null]).sort()).toEqual(
      [
        ['a', 'asked', true],
        ['b', 'again', false],
        ['b', 'asked', false],
      ],
    )
  })

  test('up the ladder: somebody else, link workers of the area, the desk, each once', async () => {
    const store = await open()
    await keeper(store, 'one@example.org')
    await keeper(store, 'two@example.org')
    await store.act(async ({ people, grants }) => {
      for (const [email, scope] of [
        ['near@example.org', 'M33'],
        ['far@example.org', 'OL16'],
        ['all@example.org', null],
      ] as const) {
        const { id } = await people.for({ email, id: crypto.randomUUID(), at: AT })
        const grant = { id: crypto.randomUUID(), person: id, role: 'link-worker' as const, scope }
        await grants.give({ ...grant, givenAt: AT, givenBy: null, endedAt: null })
      }
    })
    await store.add([aNew('a', { ...phone(), places: [{ postcode: 'M33 7XE' }] })])
    for (let day = 0; day < 130; day += 5) await review(store, days(day))
    const asked = await store.asked(NOW.toISOString())
    expect(asked.map(({ rung }) => rung)).toEqual(['asked', 'again', 'somebody-else', 'link-workers', 'desk'])
    const sent = await letters(store, days(200))
    const to = (kind: string) =>
      sent
        .filter((it) => it.kind === kind)
        .map((it) => it.to)
        .sort()
    expect(to('review')).toHaveLength(3)
    expect(new Set(to('review'))).toEqual(new Set(['one@example.org', 'two@example.org']))
    expect(to('ring-these')).toEqual(['all@example.org', 'near@example.org'])
    expect(await store.matters.list({ kind: 'review' })).toMatchObject([{ listing: 'a', state: 'open' }])
  })

  test('a letter that comes back leads to the next who can know', async () => {
    const store = await open()
    await store.add([aNew('a', { ...mail('gone@example.org'), ...phone() })])
    const address = hashOfAddress('gone@example.org')
    await store.act((act) =>
      act.noteBounce({ address, day: '2027-11-01', at: days(-21).toISOString(), permanent: true }),
    )
    await review(store, NOW)
    expect((await store.asked(AT)).map(({ rung }) => rung)).toEqual(['link-workers'])
    expect((await letters(store)).map(({ kind }) => kind)).toEqual([])
  })

  test('who has no address and no telephone goes to the desk', async () => {
    const store = await open()
    await store.add([aNew('a')])
    await review(store, NOW)
    expect(await store.matters.list({ kind: 'review' })).toHaveLength(1)
  })

  test.for(NOT_ASKED)('nobody is asked about %s', async ([, said]) => {
    const store = await open()
    await store.add([aNew('a', { ...mail('a@example.org'), ...said })])
    expect((await review(store, NOW)).asks).toEqual([])
  })

  test('nobody is asked during a pause they named, and they are afterwards', async () => {
    const store = await open()
    await store.add([aNew('a', mail('a@example.org'))])
    const event = {
      id: 'e',
      listing: 'a',
      state: 'paused',
      weeks: null,
      until: '2028-01-05',
      by: 'group',
    } as const
    await store.sayCapacity([{ ...event, saidAt: days(-3).toISOString(), session: null }])
    expect((await review(store, NOW)).asks).toEqual([])
    expect((await review(store, new Date('2028-01-07T09:00:00Z'))).asks).toHaveLength(1)
  })

  test('what was confirmed lately is not asked about', async () => {
    const store = await open()
    await store.add([aNew('a', mail('a@example.org'))])
    const about = { by: 'group', source: null, how: 'form', revision: 1 } as const
    await store.confirm([{ ...about, id: 'c', listing: 'a', at: days(-5).toISOString() }])
    expect((await review(store, NOW)).asks).toEqual([])
  })

  test('before a word on room lapses the group is asked once, whichever days are run', async () => {
    const store = await open()
    await keeper(store, 'kettle@example.org')
    await store.add([aNew('a')])
    const about = { by: 'group', source: null, how: 'form', revision: 1 } as const
    await store.confirm([{ ...about, id: 'c', listing: 'a', at: NOW.toISOString() }])
    const event = {
      id: 'e',
      listing: 'a',
      state: 'full',
      weeks: null,
      until: '2027-12-20',
      by: 'group',
    } as const
    await store.sayCapacity([{ ...event, saidAt: NOW.toISOString(), session: null }])
    const nudges = async () =>
      (await store.outbox.due(days(60), 50)).filter(({ kind }) => kind === 'room-nudge')
    await review(store, days(20))
    expect(await nudges()).toEqual([])
    for (const day of [24, 24, 25, 26]) await review(store, days(day))
    expect(await nudges()).toMatchObject([
      { to: 'kettle@example.org', about: { name: 'Kettle a', state: 'full', lastDay: '2027-12-20' } },
    ])
  })
})
