/** Merging, holding, taking back, reading times: each rule as a table. */
import { describe, expect, test } from 'vitest'
import type { FieldName } from '../../../src/listings/listing.ts'
import type { Revision } from '../../../src/store/store.ts'
import { valuesAt } from '../../../src/upkeep/at-revision.ts'
import { typed, withoutPlaces } from '../../../src/upkeep/edit/draft-rules.ts'
import { heardTimes } from '../../../src/upkeep/edit/heard.ts'
import { verified } from '../../../src/upkeep/edit/verified.ts'
import { timeTyped, dayTyped } from '../../../src/upkeep/form/clock.ts'
import { parted } from '../../../src/upkeep/held.ts'
import { merged, type Choices } from '../../../src/upkeep/merge.ts'
import { putBack } from '../../../src/upkeep/undo.ts'
import { whenBreaks, whenFull } from '../../../src/listings/schedule-words.ts'
import { texts } from '../../../src/text/texts.ts'
import { known } from '../../fixtures.ts'

const NOW = new Date('2026-11-22T09:00:00Z')

describe('two people at once', () => {
  /** What stood there, what stands there now, what I typed, what I chose; and what becomes of it. */
  const CASES: [from: unknown, theirs: unknown, mine: unknown, choice: Choices['name'], becomes: unknown][] =
    [
      ['a', 'a', 'b', undefined, 'write b'],
      ['a', 'c', 'b', undefined, 'ask'],
      ['a', 'c', 'b', 'mine', 'write b'],
      ['a', 'c', 'b', 'theirs', 'leave'],
      ['a', 'b', 'b', undefined, 'leave'],
      [null, null, 'b', undefined, 'write b'],
      [null, 'c', 'b', undefined, 'ask'],
      ['a', 'a', null, undefined, 'write null'],
      ['a', null, null, undefined, 'leave'],
      ['a', null, 'b', undefined, 'ask'],
      ['a', 'c', null, undefined, 'ask'],
      [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 2 }, undefined, 'write {"a":2}'],
      [['x'], ['x'], ['x', 'y'], undefined, 'write ["x","y"]'],
      // A choice without a clash changes nothing.
      ['a', 'a', 'b', 'theirs', 'write b'],
    ]
  test.each(CASES)('was %j, is %j, typed %j, chose %j: %s', (from, theirs, mine, choice, becomes) => {
    const { changes, clashes } = merged(
      { name: { from, to: mine } },
      { name: theirs },
      choice ? { name: choice } : {},
    )
    const [change] = changes
    const [clash] = clashes
    const written = change && `write ${typeof change.to === 'string' ? change.to : JSON.stringify(change.to)}`
    expect(written ?? (clash ? 'ask' : 'leave')).toBe(becomes)
    if (change) expect(change.from).toEqual(theirs ?? null)
    if (clash) expect(clash).toEqual({ field: 'name', from, theirs, mine })
  })
  test('what the other one changed elsewhere is not touched', () => {
    const mine = { summary: { from: 'a', to: 'b' } }
    expect(merged(mine, { summary: 'a', name: 'new', cost: { kind: 'free' } }).changes).toEqual([
      { field: 'summary', from: 'a', to: 'b' },
    ])
  })
})

describe('what waits for the desk', () => {
  const hidden = { town: 'Sale', masked: true }
  const open = { name: 'Hall' }
  const CASES: [field: FieldName, from: unknown, to: unknown, held: boolean][] = [
    ['name', 'a', 'b', true],
    ['phone', null, { number: '1' }, true],
    ['email', { address: 'a' }, null, true],
    ['website', null, 'https://example.org', true],
    ['contacts', null, [], true],
    ['links', null, [], true],
    ['sessions', [], [{}], false],
    ['times_words', null, 'a', false],
    ['summary', null, 'a', false],
    ['description', null, 'a', false],
    ['cost', null, { kind: 'free' }, false],
    ['access', null, ['lift'], false],
    ['kinds', null, ['choir'], false],
    ['translations', null, {}, false],
    ['translations', { cy: { name: 'a' } }, { cy: { name: 'a', summary: 'b' } }, false],
    ['translations', { cy: { name: 'a' } }, { cy: { name: 'b' } }, true],
    ['translations', null, { cy: { name: 'b' } }, true],
    ['status', 'published', 'paused', false],
    ['places', [open], [open, open], false],
    ['places', [open], [hidden], false],
    ['places', [hidden], [hidden, hidden], false],
    ['places', [hidden], [open], true],
    ['places', [hidden], [hidden, open], true],
    ['places', [hidden, open], [hidden, { name: 'Other hall' }], false],
    ['places', [hidden], null, true],
  ]
  const by = (over: object = {}) => ({ by: 'group', verified: true, seen: true, ...over }) as const
  test.each(CASES)('%s from %j to %j by a group we know: held is %s', (field, from, to, held) => {
    const parts = parted([{ field, from, to }], by())
    expect(parts.held.length).toBe(held ? 1 : 0)
    expect(parts.live.length).toBe(held ? 0 : 1)
  })
  const all = CASES.map(([field, from, to]) => ({ field, from, to }))
  test.each([
    ['the desk holds nothing of its own', by({ by: 'desk' }), 0],
    ['whom we do not know waits with everything', by({ verified: false }), all.length],
    ['nobody sees a draft: only that it is one waits', by({ seen: false }), 1],
    ['the desk ends a draft at once', by({ by: 'desk', seen: false }), 0],
    ['an umbrella body waits as a group does', by({ by: 'umbrella' }), CASES.filter((it) => it[3]).length],
  ] as const)('%s', (_, who, count) => {
    expect(parted(all, who).held.length).toBe(count)
  })
  test('a group is known by a listing that is or was public', () => {
    const listing = (status: 'draft' | 'published' | 'paused' | 'ended') => known({ listing: { status } })
    expect(verified([])).toBe(false)
    expect(verified([listing('draft')])).toBe(false)
    expect(verified([listing('draft'), listing('published')])).toBe(true)
    expect(verified([listing('ended')])).toBe(true)
  })
})

const history: Revision[] = [
  { revision: 4, day: '2026-11-20', changes: [{ field: 'summary', from: 'two', to: 'three' }] },
  {
    revision: 3,
    day: '2026-11-10',
    changes: [
      { field: 'summary', from: 'one', to: 'two' },
      { field: 'website', from: null, to: 'https://example.org/' },
    ],
  },
  { revision: 2, day: '2026-10-01', changes: [{ field: 'cost', from: null, to: { kind: 'free' } }] },
  { revision: 1, day: '2026-09-01', changes: [{ field: 'name', from: null, to: 'Kettle' }] },
].map(({ day, ...rest }) => ({
  ...rest,
  listing: 'a',
  at: `${day}T09:00:00.000Z`,
  author: 'group',
  source: 'group',
  run: null,
}))
const current = { name: 'Kettle', summary: 'three', website: 'https://example.org/', cost: { kind: 'free' } }

describe('taking back', () => {
  test.each([
    [4, { is: 'back', changes: [{ field: 'summary', from: 'three', to: 'two' }] }],
    // Revision 4 changed the same field later; the former value of 3 comes back all the same, and the website goes.
    [
      3,
      {
        is: 'back',
        changes: [
          { field: 'summary', from: 'three', to: 'one' },
          { field: 'website', from: 'https://example.org/', to: null },
        ],
      },
    ],
    [2, { is: 'too-old' }],
    [1, { is: 'first' }],
    [9, { is: 'unknown' }],
  ])('revision %i', (revision, expected) => {
    expect(putBack(history, revision, current, NOW, 30)).toEqual(expected)
  })
  test('what is already so is nothing to do', () => {
    expect(putBack(history, 4, { ...current, summary: 'two' }, NOW, 30)).toEqual({ is: 'nothing' })
  })
  test('exactly as many days as said, and no longer', () => {
    const at = (ms: number) => new Date(Date.parse('2026-11-20T09:00:00Z') + 30 * 86_400_000 + ms)
    expect(putBack(history, 4, current, at(0), 30).is).toBe('back')
    expect(putBack(history, 4, current, at(1), 30).is).toBe('too-old')
  })
  test.each([
    [4, 'three', 'https://example.org/'],
    [3, 'two', 'https://example.org/'],
    [2, 'one', null],
    [0, 'three', 'https://example.org/'],
    [7, 'three', 'https://example.org/'],
  ])('what stood there at revision %i', (revision, summary, website) => {
    expect(valuesAt(current, history, revision)).toMatchObject({ summary, website })
  })
})

describe('a draft', () => {
  const draft = {
    id: 'd',
    person: 'p',
    listing: 'a',
    group: null,
    groupName: null,
    revision: 1,
    fields: {},
    tasks: [],
    madeAt: '',
    updatedAt: '',
  }
  const save = (before: Parameters<typeof typed>[0], base: object, values: object) =>
    typed(before, { task: 'name', base, values, changed: Object.keys(values) as FieldName[], at: 'later' })
  test('remembers what it was first typed over', () => {
    const first = save(draft, { summary: 'one' }, { summary: 'mine' })
    expect(first.fields).toEqual({ summary: { from: 'one', to: 'mine' } })
    // Somebody else says "two" meanwhile, and I type on: the comparison is still with "one".
    expect(save(first, { summary: 'two' }, { summary: 'mine again' }).fields).toEqual({
      summary: { from: 'one', to: 'mine again' },
    })
    expect(save(first, { summary: 'two' }, { summary: 'one' }).fields).toEqual({})
    expect(first.tasks).toEqual(['name'])
  })
  test('sessions follow their places', () => {
    const at = (place?: number) =>
      ({
        rule: { every: 'week', on: ['mo'] },
        pauses: [],
        ...(place === undefined ? {} : { place }),
      }) as const
    const moved = withoutPlaces(
      [at(0), at(1), at(2), at()].map((it) => structuredClone(it) as never),
      [1],
    )
    expect(moved.map(({ place }) => place)).toEqual([0, undefined, 1, undefined])
  })
})

describe('times in people’s words', () => {
  const en = texts('en')
  test.each([
    ['Tuesdays 10am to 12', ['Tuesday 10am to 12, every week'], []],
    [
      'Tuesdays 10am to 12, not in August',
      ['Tuesday 10am to 12, every week'],
      ['Not from 1 August 2027 to 31 August 2027'],
    ],
    [
      'Tuesdays 10am to 12 (closed in December)',
      ['Tuesday 10am to 12, every week'],
      ['Not from 1 December to 31 December'],
    ],
    [
      'Tuesdays 10am to 12, but not in July or August',
      ['Tuesday 10am to 12, every week'],
      ['Not from 1 July 2027 to 31 July 2027', 'Not from 1 August 2027 to 31 August 2027'],
    ],
    ['First Thursday of the month 7-9pm', ['First Thursday of the month, 7pm to 9pm'], []],
    ['Whenever the kettle is on', null, null],
    ['Tuesdays 10am to 12, not when it rains', null, null],
    ['', null, null],
  ])('%s', (said, lines, breaks) => {
    const sessions = heardTimes(said, NOW)
    expect(sessions && whenFull(sessions, en)).toEqual(lines)
    expect(sessions && whenBreaks(sessions, NOW, en)).toEqual(breaks)
  })
  test.each([
    ['10', '10:00'],
    ['10am', '10:00'],
    ['2.30 pm', '14:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['midnight', '24:00'],
    ['24:00', '24:00'],
    ['09:05', '09:05'],
    ['0930', '09:30'],
    ['25:00', null],
    ['24:01', null],
    ['13pm', null],
    ['soon', null],
  ])('the time %s is %s', (said, time) => expect(timeTyped(said)).toBe(time))
  test.each([
    ['2026-11-24', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['4.1.27', '2027-01-04'],
    ['31/02/2027', null],
    ['29/02/2028', '2028-02-29'],
    ['2027-13-01', null],
    ['tomorrow', null],
  ])('the day %s is %s', (said, day) => expect(dayTyped(said)).toBe(day))
})
