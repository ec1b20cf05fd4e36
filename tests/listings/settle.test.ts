import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Author, Statement } from '../../src/listings/claims.ts'
import { FIELD_NAMES, listingFields, type FieldName } from '../../src/listings/listing.ts'
import { ranksSchema, settle } from '../../src/listings/settle.ts'

const FILE: unknown = JSON.parse(
  readFileSync(new URL('../../data/source-ranks.json', import.meta.url), 'utf8'),
)
const RANKS = ranksSchema.parse(FILE)

/** source, who says so, on which day (or at which instant), what; null: "there is none". */
type Said = [source: string, by: Author, at: string, value: unknown]
const instantOf = (at: string) => (at.length === 10 ? `${at}T09:00:00.000Z` : at)
const claim = ([, by, at, value]: Said) => ({
  value,
  at: instantOf(at),
  by,
  how: by === 'suggested' ? ('guessed' as const) : ('form' as const),
})
const named = { value: 'Kettle On', at: '2020-01-01T09:00:00.000Z', by: 'source', how: 'file' }

/** One statement a source; the first one names the listing, so that there is something to show. */
function statements(field: FieldName, said: Said[]): Statement[] {
  const list = said.map((it) => ({ listing: 'l1', source: it[0], fields: { [field]: claim(it) } }))
  const naming = field === 'name' ? [] : [{ listing: 'l1', source: 'zz-names', fields: { name: named } }]
  return [...list, ...naming] as Statement[]
}

const PHONE = { number: '0161 496 0000', visible: true }
const OTHER = { number: '0161 496 0001', visible: true }
/** What the tables call the values. */
const VALUES: { [name: string]: unknown } = {
  A: PHONE,
  'A again': { visible: true, number: PHONE.number },
  B: OTHER,
  C: { number: '0161 496 0002', visible: true },
  none: null,
  nothing: undefined,
  blank: '',
  empty: [],
  lonely: ['lonely'],
  debt: ['debt'],
  paid: { kind: 'paid', amount_pence: 200 },
  'paid again': { amount_pence: 200, kind: 'paid' },
  tuesday: [{ rule: { every: 'week', on: ['tu'] }, start: '10:00', end: '12:00', pauses: [] }],
  checked: { dbs_checked: true },
}
const value = (name: string) => (name in VALUES ? VALUES[name] : name)

/** Who says what on a field, what is shown, whose it is, what the others offer, most believed first. */
const TABLE = `
one source                                   | phone       | hubs source 2026-05-01 A                                              | A         | hubs  |
nobody                                       | phone       |                                                                       | nothing   | -     |
nobody, of a list                            | needs       |                                                                       | empty     | -     |
nobody, of the status                        | status      |                                                                       | published | -     |
a register's draft, where a list tells of it | status      | r register 2026-11-01 draft                                           | published | -     |
such a draft, of which the desk says more    | status      | r register 2026-11-01 draft, desk desk 2026-05-01 ended               | ended     | desk  |
only a guess                                 | needs       | hubs suggested 2026-05-01 lonely                                      | lonely    | hubs  |
the same instant: the first source by id     | phone       | b source 2026-05-01 B, a source 2026-05-01 A                          | A         | a     | B
three: all others are kept                   | phone       | r register 2026-11-01 C, h source 2026-05-01 B, g group 2026-01-01 A  | A         | g     | B, C
three, one of them agrees                    | phone       | r register 2026-11-01 A, h source 2026-05-01 B, g group 2026-01-01 A  | A         | g     | B
others who agree offer nothing               | phone       | h source 2026-05-01 A again, g group 2026-01-01 A                     | A         | g     |
keys in another order agree                  | cost        | g group 2026-05-01 paid, h source 2026-06-01 paid again               | paid      | g     |
"there is none" wins like a value            | phone       | g group 2026-05-01 none, h source 2026-06-01 A                        | nothing   | g     | A
a lesser "there is none" is offered          | phone       | g group 2026-05-01 A, h source 2026-06-01 none                        | A         | g     | none
"there is none" leaves a list empty          | needs       | d desk 2026-05-01 none, h source 2026-06-01 lonely                    | empty     | d     | lonely
"there is none" and an empty list agree      | needs       | d desk 2026-05-01 none, h source 2026-06-01 empty                     | empty     | d     |
no status is the usual one                   | status      | d desk 2026-05-01 none                                                | published | d     |
a newer guess never beats a file             | needs       | h source 2024-05-01 debt, n suggested 2026-05-01 lonely               | debt      | h     |
nor a register                               | needs       | h register 2024-05-01 debt, n suggested 2026-05-01 lonely             | debt      | h     |
nor "there is none"                          | needs       | h source 2024-05-01 none, n suggested 2026-05-01 lonely               | empty     | h     |
two guesses: the newer; that is no dispute   | needs       | a suggested 2024-05-01 debt, b suggested 2026-05-01 lonely            | lonely    | b     |
an empty text is a value                     | times_words | g group 2026-05-01 blank, h source 2026-06-01 Tuesdays                | blank     | g     | Tuesdays
`
/** On a field the first author, at the first time, is believed over the second; ids would decide the other way. */
const ORDER = `
the group over an older file                 | phone        | group 2026-05-01 A                   | source 2026-04-01 B
the group over a newer file                  | phone        | group 2024-05-01 A                   | source 2026-11-01 B
the group over a newer register              | phone        | group 2024-05-01 A                   | register 2026-11-01 B
the group over a newer link worker           | phone        | group 2026-05-01 A                   | link-worker 2026-11-01 B
the desk after the group                     | phone        | desk 2026-06-01 A                    | group 2026-05-01 B
the group after the desk                     | phone        | group 2026-06-02 A                   | desk 2026-06-01 B
an umbrella body after the group             | phone        | umbrella 2026-06-02 A                | group 2026-06-01 B
a link worker over a newer file              | phone        | link-worker 2026-01-01 A             | source 2026-11-01 B
a file over a newer register                 | phone        | source 2025-01-01 A                  | register 2026-11-01 B
of two files the newer                       | phone        | source 2026-02-01 A                  | source 2026-01-01 B
half a second newer                          | phone        | source 2026-02-01T09:00:00.500Z A    | source 2026-02-01T09:00:00Z B
half a second is more than a tenth           | phone        | source 2026-02-01T09:00:00.5Z A      | source 2026-02-01T09:00:00.100Z B
the group knows its name better than a desk  | name         | group 2024-05-01 Kettle On           | desk 2026-05-01 Kettle On CIO
an umbrella body better than a desk          | name         | umbrella 2024-05-01 Kettle On        | desk 2026-05-01 Kettle On CIO
a file better than a register                | name         | source 2024-05-01 Kettle On          | register 2026-05-01 Kettle On CIO
the desk keeps needs in order                | needs        | desk 2024-05-01 debt                 | group 2026-05-01 lonely
but the group is better than a file          | needs        | group 2024-05-01 debt                | source 2026-05-01 lonely
the desk closes what the group opened        | status       | desk 2026-05-02 ended                | group 2026-05-01 published
the group closes what the desk opened        | status       | group 2026-05-02 ended               | desk 2026-05-01 published
the group opens what the desk closed         | status       | group 2026-05-02 published           | desk 2026-05-01 ended
a register knows an end before a list        | status       | register 2024-05-01 ended            | source 2026-05-01 published
a link worker before a register              | status       | link-worker 2024-05-01 published     | register 2026-05-01 ended
times: the desk after the group              | sessions     | desk 2026-05-02 tuesday              | group 2026-05-01 empty
times: a file over a register                | sessions     | source 2024-05-01 tuesday            | register 2026-05-01 empty
a link worker has been at the door           | access_words | link-worker 2024-05-01 A ramp        | desk 2026-05-01 Two steps
but the group is there each week             | access_words | group 2024-05-01 A ramp              | link-worker 2026-05-01 Two steps
cost: link worker and desk count alike       | cost         | link-worker 2026-05-02 paid          | desk 2026-05-01 none
cost: and the other way about                | cost         | desk 2026-05-02 paid                 | link-worker 2026-05-01 none
what was checked over what one says          | safeguarding | desk 2025-05-02 checked              | group 2026-05-01 none
`
type Case = {
  what: string
  field: FieldName
  said: Said[]
  shown: string
  from: string | undefined
  offered: string[]
}
const cells = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
function oneSaid(words: string): Said {
  const [source = '', by = '', at = '', ...rest] = words.trim().split(' ')
  return [source, by as Author, at, value(rest.join(' '))]
}
const lastWords = (words: string) => words.split(' ').slice(2).join(' ')
const CASES: Case[] = [
  ...cells(TABLE).map(([what = '', field = '', said = '', shown = '', from = '', offered = '']) => ({
    what,
    field: field as FieldName,
    said: said === '' ? [] : said.split(',').map(oneSaid),
    shown,
    from: from === '-' ? undefined : from,
    offered: offered === '' ? [] : offered.split(', '),
  })),
  ...cells(ORDER).map(([what = '', field = '', wins = '', loses = '']) => ({
    what,
    field: field as FieldName,
    said: [oneSaid(`a-loser ${loses}`), oneSaid(`b-winner ${wins}`)],
    shown: lastWords(wins),
    from: 'b-winner',
    offered: [lastWords(loses)],
  })),
]

describe('settling', () => {
  test.each(CASES)('$what ($field)', ({ field, said, shown, from, offered }) => {
    const all = statements(field, said)
    const settled = settle(all, RANKS)
    if (settled.is !== 'settled') throw new Error('it has no name')
    expect(settled.fields[field]).toEqual(value(shown))
    expect(settled.provenance[field]?.source).toBe(from)
    const differing = settled.differing.find((it) => it.field === field)
    expect(differing?.offered.map((it) => it.value) ?? []).toEqual(offered.map(value))
    expect(settle(all.toReversed(), RANKS)).toEqual(settled)
  })

  test('there are at least 45 cases', () => expect(CASES.length).toBeGreaterThanOrEqual(45))

  test('says of each field who said it, when and how, and settles fields apart', () => {
    const list = [
      {
        listing: 'l1',
        source: 'hubs',
        fields: { name: named, phone: claim(['hubs', 'source', '2026-05-01', OTHER]) },
      },
      { listing: 'l1', source: 'group', fields: { phone: claim(['group', 'group', '2026-05-03', PHONE]) } },
    ] as Statement[]
    expect(settle(list, RANKS)).toEqual({
      is: 'settled',
      fields: { ...listingFields.parse({ name: 'Kettle On' }), phone: PHONE },
      provenance: {
        name: { source: 'hubs', by: 'source', at: '2020-01-01T09:00:00.000Z', how: 'file' },
        phone: { source: 'group', by: 'group', at: '2026-05-03T09:00:00.000Z', how: 'form' },
      },
      differing: [
        {
          field: 'phone',
          shown: PHONE,
          offered: [{ value: OTHER, source: 'hubs', by: 'source', at: '2026-05-01T09:00:00.000Z' }],
        },
      ],
    })
  })

  test('withdrawal is settling without: what the source alone said is gone, what it hid comes back', () => {
    const [group, hubs, name] = statements('phone', [
      ['group', 'group', '2026-05-01', PHONE],
      ['hubs', 'source', '2026-05-01', OTHER],
    ])
    const shown = (list: (Statement | undefined)[]) => {
      const settled = settle(
        list.filter((it) => it !== undefined),
        RANKS,
      )
      return settled.is === 'settled' ? settled.fields.phone : settled.is
    }
    expect(shown([group, hubs, name])).toEqual(PHONE)
    expect(shown([hubs, name])).toEqual(OTHER)
    expect(shown([name])).toBeUndefined()
  })

  test.each([
    ['nobody at all', []],
    ['nobody names it', statements('phone', [['hubs', 'source', '2026-05-01', PHONE]]).slice(0, 1)],
    [
      'the most believed says it has no name',
      statements('name', [
        ['a', 'group', '2026-05-01', null],
        ['b', 'source', '2026-05-01', 'Kettle On'],
      ]),
    ],
  ])('without a name there is nothing to show: %s', (_, list) => {
    expect(settle(list, RANKS)).toEqual({ is: 'nameless' })
  })

  test('gives each listing lists of its own and changes no statement', () => {
    const list = statements('phone', [['hubs', 'source', '2026-05-01', PHONE]])
    const before = structuredClone(list)
    const [one, two] = [settle(list, RANKS), settle(list, RANKS)]
    if (one.is !== 'settled' || two.is !== 'settled') throw new Error('it has no name')
    one.fields.needs.push('lonely')
    expect(two.fields.needs).toEqual([])
    expect(list).toEqual(before)
    expect(Object.keys(one.fields)).toEqual(FIELD_NAMES.filter((it) => it in one.fields))
  })
})

test('a draft of a register stays one while only the register and people speak of it', () => {
  const at = '2026-11-01T09:00:00.000Z'
  const drafted = { at, by: 'register', how: 'file' } as const
  const register = {
    listing: 'l1',
    source: 'r',
    fields: { name: { value: 'Kettle On', ...drafted }, status: { value: 'draft', ...drafted } },
  } as const
  const phone = { value: PHONE, at, by: 'desk', how: 'form' } as const
  const desk = { listing: 'l1', source: 'desk', fields: { phone } }
  for (const said of [[register], [register, desk]])
    expect(settle(said, RANKS)).toMatchObject({ is: 'settled', fields: { status: 'draft' } })
})
