/** A listing whose money ends is asked about for certain: a year's clock, a run a day. */
import { describe, expect, test } from 'vitest'
import { planAsks, roomFor, type Budget } from '../../../src/freshness/review-plan.ts'
import { reasonSaid } from '../../../src/freshness/review/reason-said.ts'
import type { Reviewed } from '../../../src/freshness/review/reviewed.ts'
import { texts } from '../../../src/text/texts.ts'
import { reviewed, RULES, somebody, until } from './made.ts'

const DAY_MS = 86_400_000
const END = '2027-03-31'
const GAP = RULES.assumptions.person_gap_days
/** Days between the end and a day: below 0 it lies before the end. */
const fromEnd = (day: string) => Math.round((Date.parse(day) - Date.parse(END)) / DAY_MS)
/** Nothing but what must be: the month's letters are spent. */
const SPENT: Budget = { letters: 0, rings: 5, desk: 5, certain: 60, evenly: 1 }

type Asked = { day: string; listing: string; person: string | null; why: string }
/** What happens on a day before the run: the group spoke, or was asked by somebody else. */
type Happens = (it: Reviewed, day: string) => Reviewed

/** Runs the plan each day and remembers what was asked, as the store would. */
function year(
  all: Reviewed[],
  {
    from = '2026-12-01',
    to = '2027-06-30',
    budget = () => SPENT,
    happens = (it: Reviewed) => it,
    runs = () => true,
  }: {
    from?: string
    to?: string
    budget?: (asked: readonly Asked[], day: string) => Budget
    happens?: Happens
    runs?: (day: string) => boolean
  } = {},
): Asked[] {
  let known = all
  const asked: Asked[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    const now = new Date(at + 9 * 3_600_000)
    known = known.map((it) => happens(it, day))
    if (!runs(day)) continue
    for (const ask of planAsks(known, now, budget(asked, day), RULES)) {
      const ids = new Map(ask.listings.map((it) => [it.id, it]))
      known = known.map((it) => {
        const mine = ids.get(it.id)
        const askable = it.askable.map((one) =>
          one.person === ask.person ? { ...one, lastAskedAt: now.toISOString() } : one,
        )
        return mine === undefined
          ? { ...it, askable }
          : { ...it, askable, ladder: { rung: mine.rung, askedAt: now.toISOString() } }
      })
      for (const { id, why } of ask.listings) {
        const [first] = why
        const words = first === undefined ? '' : reasonSaid(first, now, texts('en'))
        asked.push({ day, listing: id, person: ask.person, why: words })
      }
    }
  }
  return asked
}

/** Confirmed lately, so that nothing but the money makes it due. */
const ending = (id: string, more: Partial<Reviewed> = {}): Reviewed =>
  reviewed(id, {
    ...until(END),
    confirmed: { at: '2026-12-20T12:00:00.000Z', by: 'group' },
    kindClass: 'building',
    looksPerWeek: 0,
    ...more,
  })
const many = (count: number, more: Partial<Reviewed> = {}) =>
  Array.from({ length: count }, (_, nth) => ending(`l${nth}`, more))
const aDay = (asked: readonly Asked[]): number =>
  Math.max(0, ...[...Map.groupBy(asked, ({ day }) => day).values()].map((those) => those.length))
const before = (asked: readonly Asked[]) => asked.filter(({ why }) => why.startsWith('Its funding ends'))
/** The first ask of each after the end; the ladder goes on from there. */
const after = (asked: readonly Asked[]) =>
  asked
    .filter(({ why }) => why.startsWith('Its funding ended'))
    .filter((it, nth, all) => all.findIndex(({ listing }) => listing === it.listing) === nth)

describe('one listing', () => {
  test('asked eight weeks before and two weeks after, with the reason', () => {
    const asked = year([ending('a')])
    expect(asked.filter(({ why }) => why.includes('funding'))).toMatchObject([
      { day: '2027-02-03', why: 'Its funding ends on 31 March.' },
      { day: '2027-04-14', why: 'Its funding ended on 31 March and nobody has said since.' },
    ])
  })

  const spoke =
    (on: string, more: Partial<Reviewed> = {}): Happens =>
    (it, day) =>
      day === on ? { ...it, moneySaidAt: `${day}T08:00:00.000Z`, ...more } : it
  const onlyMoney = (asked: Asked[]) =>
    asked.filter(({ why }) => why.includes('funding')).map(({ day }) => day)
  /** what, what it begins as, what happens, on which days it is asked about its money */
  const ROWS: [string, Partial<Reviewed>, Happens, string[]][] = [
    [
      'whatever it is worth',
      { looksPerWeek: 0, pointingsPerWeek: 0 },
      (it) => it,
      ['2027-02-03', '2027-04-14'],
    ],
    ['"not known yet", said before the window', {}, spoke('2027-01-15'), ['2027-02-03', '2027-04-14']],
    ['"not known yet", said in it', {}, spoke('2027-01-25'), ['2027-04-14']],
    [
      '"goes on until", said in it',
      {},
      spoke('2027-01-25', {
        funding: { says: 'goes-on', until: '2028-03-31', saidAt: '2027-01-25T08:00:00.000Z' },
      }),
      [],
    ],
    ['a word after the end', {}, spoke('2027-04-02'), ['2027-02-03']],
    [
      'confirmed, with no word of the money',
      {},
      (it, day) =>
        day === '2027-04-03' ? { ...it, confirmed: { at: `${day}T08:00:00.000Z`, by: 'group' } } : it,
      ['2027-02-03', '2027-04-14'],
    ],
    [
      '"goes on", without a day: no end is known',
      until(END, 'goes-on'),
      spoke('2026-12-02', { funding: null }),
      [],
    ],
    [
      'a break that is over in time is waited for',
      { restsUntil: '2027-02-08' },
      (it) => it,
      ['2027-02-09', '2027-04-14'],
    ],
    [
      'one that outlasts the window is not',
      { restsUntil: '2027-08-31' },
      (it) => it,
      ['2027-02-03', '2027-04-14'],
    ],
  ]
  test.each(ROWS)('%s', (_, more, happens, days) => {
    expect(onlyMoney(year([ending('a', more)], { happens }))).toEqual(days)
  })

  test('who was written to lately waits for the gap, in the window', () => {
    const lately = somebody('p', { lastAskedAt: '2027-01-28T09:00:00.000Z' })
    expect(onlyMoney(year([ending('a', { askable: [lately] })]))[0]).toBe('2027-02-10')
  })

  test('where nobody can be written to it is rung, else the desk looks', () => {
    const both = [ending('a', { askable: [] }), ending('b', { askable: [], canRing: false })]
    const none = year(both, { budget: () => ({ ...SPENT, evenly: 2 }) })
    expect(
      none.filter(({ day }) => day === '2027-02-03').map(({ listing, person }) => [listing, person]),
    ).toEqual(
      expect.arrayContaining([
        ['a', null],
        ['b', null],
      ]),
    )
  })

  test('who has had six letters this year is not sent a seventh: it is rung on the last day', () => {
    const full = somebody('p', { askedLastYear: 6 })
    expect(year([ending('a', { askable: [full] })])[0]).toMatchObject({ day: '2027-02-17', person: null })
  })

  test('runs that were missed are made up for', () => {
    const late = year([ending('a')], { runs: (day) => day > '2027-02-20' })
    expect(onlyMoney(late)[0]).toBe('2027-02-21')
    const later = year([ending('a')], { runs: (day) => day > '2027-04-30' })
    expect(later[0]).toMatchObject({ day: '2027-05-01', why: expect.stringContaining('ended') })
  })

  test('money that ended long ago, told today, asks nobody', () => {
    expect(onlyMoney(year([ending('a', until('2026-09-30'))]))).toEqual([])
  })

  test('several of one person are one letter', () => {
    const both = [somebody('ann')]
    const asked = year([ending('a', { askable: both }), ending('b', { askable: both })], { to: '2027-02-28' })
    expect(asked.map(({ day, person }) => [day, person])).toEqual([
      ['2027-02-03', 'ann'],
      ['2027-02-03', 'ann'],
    ])
  })
})

/** listings that end on 31 March, of how many in all, the most a day before the end, and after it */
const PEAKS: [number, number, number, number][] = [
  [200, 200, 7, 14],
  [200, 2000, 7, 14],
  [50, 2000, 7, 7],
  [7, 2000, 7, 7],
  [1000, 1000, 35, 60],
]
describe('many end on 31 March', () => {
  test.each(PEAKS)('%i of %i: at most %i a day before, %i after', (count, of, most, mostAfter) => {
    const { evenly } = roomFor(
      { lettersToday: 0, lettersLastMonth: 0, lettersLastYear: 0, ringsToday: 0, deskToday: 0 },
      of,
      RULES.assumptions,
    )
    const asked = year(many(count), {
      budget: () => ({ ...SPENT, evenly }),
      from: '2027-01-15',
      to: '2027-05-19',
    })
    const [first, again] = [before(asked), after(asked)]
    expect(new Set(first.map(({ listing }) => listing)).size, 'each is asked').toBe(count)
    expect(first).toHaveLength(count)
    expect(aDay(first)).toBeLessThanOrEqual(most)
    for (const { day } of first) {
      expect(fromEnd(day)).toBeGreaterThanOrEqual(-70)
      expect(fromEnd(day)).toBeLessThanOrEqual(-42)
    }
    expect(new Set(again.map(({ listing }) => listing)).size, 'each is asked again').toBe(count)
    expect(aDay(again)).toBeLessThanOrEqual(mostAfter)
    const latest = Math.max(...again.map(({ day }) => fromEnd(day)))
    expect(Math.min(...again.map(({ day }) => fromEnd(day)))).toBeGreaterThanOrEqual(7)
    // More than a mail server should be given in two weeks go on for some days, still before all else.
    if (count <= 60 * 15) expect(latest).toBeLessThanOrEqual(21)
  })

  test('the same on every machine, whatever order they come in', () => {
    const day = (all: Reviewed[]) =>
      new Map(before(year(all, { to: '2027-02-28' })).map((it) => [it.listing, it.day]))
    const all = many(60)
    expect(day([...all].reverse())).toEqual(day(all))
  })

  test('some answer, some come in late: still each in time, and the peak stays flat', () => {
    const happens: Happens = (it, day) => {
      const nth = Number(it.id.slice(1))
      const answered = it.ladder !== null && nth % 2 === 0 && it.ladder.askedAt < `${day}T00:00:00.000Z`
      if (answered) return { ...it, moneySaidAt: `${day}T08:00:00.000Z`, funding: null }
      return nth % 5 === 1 && day < '2027-02-01'
        ? { ...it, funding: null }
        : { ...it, ...(it.moneySaidAt === null ? until(END) : {}) }
    }
    const first = before(year(many(200), { happens, to: '2027-03-20' }))
    expect(new Set(first.map(({ listing }) => listing)).size).toBe(200)
    expect(aDay(first)).toBeLessThanOrEqual(10)
    expect(Math.max(...first.map(({ day }) => fromEnd(day)))).toBeLessThanOrEqual(-42)
  })

  test('nobody is asked twice within the gap, with the usual letters going on beside', () => {
    const people = 40
    const all = Array.from({ length: 120 }, (_, nth) =>
      ending(`l${nth}`, {
        askable: [somebody(`p${nth % people}`, { askedLastYear: 0 })],
        kindClass: 'session',
        confirmed: { at: '2026-05-20T12:00:00.000Z', by: 'group' },
        ...(nth % 3 === 0 ? until(END) : until('2027-03-20')),
      }),
    )
    const budget = (): Budget => ({ letters: 3, rings: 5, desk: 5, certain: 60, evenly: 1 })
    const asked = year(all, { budget, to: '2027-05-15' })
    for (const [person, theirs] of Map.groupBy(asked, (it) => it.person)) {
      if (person === null) continue
      const days = [...new Set(theirs.map(({ day }) => fromEnd(day)))]
      days.slice(1).forEach((day, nth) => expect(day - (days[nth] ?? 0), person).toBeGreaterThanOrEqual(GAP))
    }
    const inWindow = (end: string) => (day: string) => {
      const at = (Date.parse(day) - Date.parse(end)) / DAY_MS
      return at >= -70 && at <= -42
    }
    for (const it of all) {
      const within = inWindow(it.funding?.until ?? '')
      expect(
        asked.some(({ listing, day }) => listing === it.id && within(day)),
        it.id,
      ).toBe(true)
    }
  })
})
