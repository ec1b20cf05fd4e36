/** The three questions as a form sends them. */
import { describe, expect, test } from 'vitest'
import { readAnswer, readEnd, type Asked } from '../../src/app/groups/read-answer.ts'

const NOW = new Date('2026-11-22T09:00:00Z')
const ASKED: Asked = { listing: 'a', sessions: ['week:tu@10:00', 'week:th@10:00'], perMonth: 5 }
const filled = (fields: { [name: string]: string }) => ({ text: (name: string) => fields[name] ?? '' })
/** What the page sends besides what was chosen. */
const PAGE = { revision: '3', 'per-month': '5' }

/** what, the fields, what was answered of them */
const READ: [string, { [name: string]: string }, object][] = [
  ['yes', { right: 'yes' }, { right: 'yes', room: [], funding: null, intake: null, revision: 3 }],
  ['changed', { right: 'changed' }, { right: 'changed' }],
  [
    'full until a day',
    { room: 'full', 'full-until': '1 March' },
    { room: [{ session: null, state: 'full', weeks: null, until: '2027-03-01' }] },
  ],
  [
    'full, nobody knows until when',
    { room: 'full' },
    { room: [{ session: null, state: 'full', weeks: null, until: null }] },
  ],
  [
    'the box of another answer is not looked at',
    { room: 'open', 'full-until': 'rubbish', weeks: 'many' },
    { room: [{ session: null, state: 'open', weeks: null, until: null }] },
  ],
  [
    'a waiting list in weeks',
    { room: 'waiting', weeks: '6 weeks' },
    { room: [{ session: null, state: 'waiting', weeks: 6, until: null }] },
  ],
  [
    'a break until today',
    { room: 'paused', 'paused-until': 'today' },
    { room: [{ session: null, state: 'paused', weeks: null, until: '2026-11-22' }] },
  ],
  [
    'one session alone',
    { 'session-1': 'full', 'session-1-until': '1/3' },
    { room: [{ session: 'week:th@10:00', state: 'full', weeks: null, until: '2027-03-01' }] },
  ],
  ['it goes on', { funding: 'goes-on' }, { funding: { says: 'goes-on', until: null } }],
  [
    'yes, past the end that is known',
    { funding: 'yes', 'funding-end': '2027-03-31' },
    { funding: { says: 'goes-on', until: null } },
  ],
  [
    'it goes on until a day',
    { funding: 'goes-on', 'goes-on-until': '31 March 2028' },
    { funding: { says: 'goes-on', until: '2028-03-31' } },
  ],
  [
    'past the end that is known: the same day of the next year',
    { funding: 'yes', 'funding-end': '2027-03-31', 'goes-on-until': '31 March' },
    { funding: { says: 'goes-on', until: '2028-03-31' } },
  ],
  [
    'past an end that is over',
    { funding: 'yes', 'funding-end': '2026-03-31', 'goes-on-until': '31 March' },
    { funding: { says: 'goes-on', until: '2027-03-31' } },
  ],
  [
    'the box of "it goes on" is not looked at with another answer',
    { funding: 'unknown', 'goes-on-until': 'rubbish' },
    { funding: { says: 'unknown', until: null } },
  ],
  ['no', { funding: 'no', 'funding-end': '2027-03-31' }, { funding: { says: 'ends', until: '2027-03-31' } }],
  [
    'not known yet, of a known end',
    { funding: 'unknown', 'funding-end': '2027-03-31' },
    { funding: { says: 'unknown', until: '2027-03-31' } },
  ],
  ['not known yet', { funding: 'unknown' }, { funding: { says: 'unknown', until: null } }],
  [
    'it ends on a day',
    { funding: 'ends', 'ends-on': '31 March' },
    { funding: { says: 'ends', until: '2027-03-31' } },
  ],
  ['another number of people', { 'per-month': '8' }, { intake: { perMonth: 8 } }],
  ['no number any more', { 'per-month': '' }, { intake: { perMonth: null } }],
  ['"ended" alone is asked about first', { right: 'ended', room: 'full' }, { right: null }],
]

/** what, the fields, which field is wrong and how */
const WRONG: [string, { [name: string]: string }, [string, string][]][] = [
  ['nothing', {}, [['right', 'nothing']]],
  ['words that no answer has', { right: 'maybe', room: 'busy', funding: 'perhaps' }, [['right', 'nothing']]],
  ['no day', { room: 'full', 'full-until': 'soon' }, [['full-until', 'day']]],
  ['a day that is over', { room: 'full', 'full-until': '1 March 2026' }, [['full-until', 'past']]],
  ['a day two years hence', { room: 'paused', 'paused-until': '1 March 2028' }, [['paused-until', 'far']]],
  ['no number of weeks', { room: 'waiting', weeks: 'long' }, [['weeks', 'weeks']]],
  ['too many weeks', { room: 'waiting', weeks: '500' }, [['weeks', 'weeks']]],
  ['it ends, but when?', { funding: 'ends' }, [['ends-on', 'needed']]],
  ['it ends on no day', { funding: 'ends', 'ends-on': 'soon' }, [['ends-on', 'day']]],
  ['it goes on until no day', { funding: 'goes-on', 'goes-on-until': 'soon' }, [['goes-on-until', 'day']]],
  [
    'it goes on until a day that is over',
    { funding: 'goes-on', 'goes-on-until': '1 March 2026' },
    [['goes-on-until', 'past']],
  ],
  [
    'it goes on until the end that is known',
    { funding: 'yes', 'funding-end': '2027-03-31', 'goes-on-until': '31 March 2027' },
    [['goes-on-until', 'later']],
  ],
  ['no number of people', { 'per-month': 'some' }, [['per-month', 'perMonth']]],
  [
    'two at once: both are said',
    { room: 'full', 'full-until': 'soon', funding: 'ends' },
    [
      ['full-until', 'day'],
      ['ends-on', 'needed'],
    ],
  ],
]

describe('three questions read', () => {
  test.each(READ)('%s', (_, fields, expected) => {
    const read = readAnswer(filled({ ...PAGE, ...fields }), ASKED, NOW)
    if ('right' in expected && expected.right === null)
      return expect(read).toMatchObject({ answer: { right: null } })
    expect(read).toMatchObject({ is: 'answer', answer: { listing: 'a', ended: null, ...expected } })
  })

  test.each(WRONG)('wrong: %s', (_, fields, expected) => {
    const read = readAnswer(filled({ ...PAGE, ...fields }), ASKED, NOW)
    expect(read.is === 'wrong' && read.wrong.map(({ name, problem }) => [name, problem])).toEqual(expected)
  })

  test('a hidden field added to the form says nothing', () => {
    const fields = { ...PAGE, right: 'yes', listing: 'zz', by: 'desk', saidAt: '2020-01-01', group: 'g9' }
    expect(readAnswer(filled(fields), ASKED, NOW)).toEqual({
      is: 'answer',
      answer: { listing: 'a', revision: 3, right: 'yes', ended: null, room: [], funding: null, intake: null },
    })
  })
})

describe('"it has ended" read', () => {
  test.each([
    ['', { is: 'end', on: '2026-11-22' }],
    ['20 November', { is: 'end', on: '2026-11-20' }],
    ['1 December', { is: 'end', on: '2025-12-01' }],
    ['1 December 2026', { is: 'wrong', wrong: [{ name: 'on', problem: 'endedAhead' }] }],
    ['long ago', { is: 'wrong', wrong: [{ name: 'on', problem: 'day' }] }],
  ])('"%s"', (on, expected) => expect(readEnd(filled({ on }), NOW)).toMatchObject(expected))
})
