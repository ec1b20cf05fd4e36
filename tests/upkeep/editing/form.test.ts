/** The table of the form: every field becomes words and comes back as it was; what is wrong is a sentence about one input. */
import { describe, expect, test } from 'vitest'
import { readTaxonomy } from '../../../src/app/read-taxonomy.ts'
import { errorsOf } from '../../../src/app/editing/shown.ts'
import { FIELD_NAMES, listingFields, type FieldName } from '../../../src/listings/listing.ts'
import { texts } from '../../../src/text/texts.ts'
import type { Drawn } from '../../../src/upkeep/form/kind.ts'
import { readTask, valuesOf, writeTask } from '../../../src/upkeep/form/read-task.ts'
import { fieldsOf, NOT_ASKED, rowsOf, taskOf, TASK_NAMES } from '../../../src/upkeep/form/rows.ts'
import { keyOf, wordsOf, type Input, type Posted } from '../../../src/upkeep/form/words.ts'
import { HOSTILE } from '../../hostile/values.ts'
import { VALUES } from './field-values.ts'

const AROUND = {
  taxonomy: readTaxonomy(),
  areas: [
    { code: 'E05000819', name: 'Altrincham' },
    { code: 'E05000829', name: 'Priory' },
  ],
}
const text = texts('en')
const drawn = (posted: Posted): Drawn => ({
  ...AROUND,
  text,
  words: wordsOf(posted),
  now: new Date('2026-11-22T09:00:00Z'),
  places: ['One', 'Two'],
})

test('every field of a listing is asked in one task, or said not to be asked', () => {
  const asked = TASK_NAMES.flatMap(fieldsOf)
  expect([...asked, ...NOT_ASKED].sort()).toEqual([...FIELD_NAMES].sort())
  expect(TASK_NAMES.length).toBeLessThanOrEqual(7)
  for (const field of asked) expect(taskOf(field), field).not.toBeNull()
})

describe.each(Object.entries(VALUES))('%s', (name, values) => {
  const field = name as FieldName
  const task = taskOf(field) ?? 'name'
  const kind = rowsOf(task).find((row) => row.field === field)?.kind
  test.each((values ?? []).map((value) => ({ value })))(
    '$value becomes words and comes back',
    ({ value }) => {
      expect(listingFields.shape[field].parse(value)).toEqual(value)
      const wrong: unknown[] = []
      const posted = kind?.write(field, value, AROUND) ?? {}
      const read = kind?.read(field, wordsOf(posted), value, AROUND, (it) => wrong.push(it))
      expect(read).toEqual(value)
      // Everything that was written is drawn: a form that hid a part would lose it.
      const names = new Set(namesOf(kind?.inputs(field, value, drawn(posted)) ?? []))
      expect(
        Object.entries(posted).filter(([input, said]) => said.join('') !== '' && !names.has(input)),
      ).toEqual([])
    },
  )
  test('nothing stays nothing', () => {
    const posted = kind?.write(field, undefined, AROUND) ?? {}
    const read = kind?.read(field, wordsOf(posted), undefined, AROUND, () => undefined)
    expect(read ?? []).toEqual(Array.isArray(read) ? [] : (read ?? []))
    expect(Array.isArray(read) ? read.length : read).toBeFalsy()
  })
})

test('a form that nobody typed into changes nothing, whatever the listing says', () => {
  for (let at = 0; at < 5; at++) {
    const all = Object.fromEntries(
      Object.entries(VALUES).map(([field, values]) => [field, values?.[at % values.length]]),
    )
    const values = valuesOf(listingFields.parse(all))
    for (const task of TASK_NAMES) {
      const read = readTask(task, wordsOf(writeTask(task, values, AROUND)), values, AROUND)
      expect(read.is === 'read' ? read.changed : read, `${task} ${at}`).toEqual([])
    }
  }
})

test('every input has its words, in both languages', () => {
  for (const lang of ['en', 'cy'] as const) {
    const words = texts(lang).editing.inputs
    for (const task of TASK_NAMES)
      for (const { field, kind } of rowsOf(task)) {
        const all = VALUES[field] ?? []
        const keys = all.flatMap((value) =>
          keysOf(kind.inputs(field, value, drawn(kind.write(field, value, AROUND)))),
        )
        expect(
          keys.filter((key) => words[key] === undefined),
          `${lang} ${field}`,
        ).toEqual([])
      }
  }
})

const base = valuesOf(listingFields.parse({ name: 'Kettle On', phone: { number: '0161 496 0123' } }))
const post = (task: (typeof TASK_NAMES)[number], over: Posted) =>
  readTask(task, wordsOf({ ...writeTask(task, base, AROUND), ...over }), base, AROUND)

/** What was typed, and the sentences that come back. */
const REFUSED: [task: (typeof TASK_NAMES)[number], posted: Posted, sentences: string[]][] = [
  ['name', { name: [''] }, ['Name: fill this in']],
  ['name', { name: ['x'.repeat(201)] }, ['Name: use 200 letters at most']],
  ['name', { summary: ['x'.repeat(161)] }, ['One plain line: use 160 letters at most']],
  ['who', { 'audience.age_from': ['old'] }, ['From age: write a number, like 18']],
  [
    'who',
    { 'audience.age_from': ['60'], 'audience.age_to': ['18'] },
    ['To age: this is before the one it follows'],
  ],
  ['who', { 'cost.words': ['Ask'] }, ['What does it cost?: choose at least one']],
  [
    'who',
    { 'cost.kind': ['paid'], 'cost.amount_pence': ['some'] },
    ['How much for one time, in pounds: write pounds and pence, like 2.50'],
  ],
  [
    'where',
    { 'places.0.name': ['Hall'], 'places.0.postcode': ['hall'] },
    ['Postcode: this does not look like a postcode. M33 2AB is one.'],
  ],
  [
    'where',
    { 'catchment.kind': ['radius'], 'catchment.miles': ['far'] },
    ['How many miles away?: write a number, like 18'],
  ],
  [
    'where',
    { 'catchment.kind': ['areas'], 'catchment.names': ['Atlantis'] },
    ['Which wards or districts?: we do not know “Atlantis”'],
  ],
  [
    'when',
    { 'sessions.0.start': ['soon'], 'sessions.0.rule.on': ['tu'] },
    ['Starts at: write a time, like 10am or 14:30'],
  ],
  ['when', { 'sessions.0.start': ['10am'] }, ['On which days?: choose at least one']],
  [
    'when',
    { 'sessions.0.start': [''], 'sessions.0.rule.every': ['date'], 'sessions.0.rule.dates': ['31/02/2027'] },
    ['Single dates: write a day, like 24/11/2026'],
  ],
  [
    'contact',
    { 'phone.number': ['ask Ann'] },
    ['Telephone number: write a number that people can ring, like 0161 496 0000'],
  ],
  ['contact', { 'email.address': ['ann'] }, ['E-mail address: write a whole address, like name@example.org']],
  ['contact', { website: ['javascript:alert(1)'] }, ['Website: write a whole address, like www.example.org']],
  [
    'contact',
    { 'contacts.0.role': [''], 'contacts.0.phone.number': ['0161 496 0000'] },
    ['What they do: fill this in'],
  ],
]
test.each(REFUSED)('%s %j is refused with a sentence', (task, posted, sentences) => {
  const read = post(task, posted)
  if (read.is !== 'wrong') throw new Error(`taken: ${JSON.stringify(read)}`)
  const inputs = rowsOf(task).flatMap(({ field, kind }) =>
    kind.inputs(field, base[field] ?? undefined, drawn(posted)),
  )
  const errors = errorsOf(read.wrong, inputs, text)
  expect(errors.map(({ message }) => message)).toEqual(sentences)
  for (const { name } of errors) expect(namesOf(inputs)).toContain(name)
})

/** What was typed, the field, and what is kept. */
const TAKEN: [task: (typeof TASK_NAMES)[number], posted: Posted, field: FieldName, value: unknown][] = [
  ['contact', { website: ['www.example.org/tea'] }, 'website', 'https://www.example.org/tea'],
  ['contact', { 'phone.number': [''] }, 'phone', null],
  [
    'who',
    { 'cost.kind': ['paid'], 'cost.amount_pence': ['£2.50'] },
    'cost',
    { kind: 'paid', amount_pence: 250 },
  ],
  [
    'who',
    { 'cost.kind': ['paid'], 'cost.amount_pence': ['50p'] },
    'cost',
    { kind: 'paid', amount_pence: 50 },
  ],
  ['who', { 'audience.anyone': ['yes'] }, 'audience', { communities: [], conditions: [] }],
  [
    'where',
    { 'places.0.name': ['Hall'], 'places.0.postcode': ['m332ab'] },
    'places',
    [{ name: 'Hall', postcode: 'M33 2AB' }],
  ],
  [
    'when',
    { 'sessions.0.start': ['10am'], 'sessions.0.end': ['12.30 pm'], 'sessions.0.rule.on': ['tu'] },
    'sessions',
    [{ rule: { every: 'week', on: ['tu'] }, start: '10:00', end: '12:30', pauses: [] }],
  ],
  [
    'when',
    { 'sessions.0.start': [''], 'sessions.0.rule.dates': ['24/12/2026\n2026-12-31'] },
    'sessions',
    [{ rule: { every: 'date', on: ['2026-12-24', '2026-12-31'] }, pauses: [] }],
  ],
  ['name', { description: ['One.\r\n\r\nTwo.'] }, 'description', 'One.\n\nTwo.'],
]
test.each(TAKEN)('%s %j is kept', (task, posted, field, value) => {
  const read = post(task, posted)
  if (read.is !== 'read') throw new Error(`refused: ${JSON.stringify(read)}`)
  expect(read.values[field]).toEqual(value)
  expect(read.changed).toEqual([field])
})

test('hostile words are kept as they are, or refused with a sentence', () => {
  for (const task of TASK_NAMES)
    for (const { field, kind } of rowsOf(task)) {
      const inputs = kind.inputs(field, undefined, drawn({}))
      for (const name of namesOf(inputs))
        for (const value of HOSTILE) {
          const read = post(task, { [name]: [value] })
          if (read.is === 'wrong') {
            for (const { message } of errorsOf(read.wrong, inputs, text)) expect(message).toMatch(/^.+: .+/)
            continue
          }
          const kept = read.values[field]
          if (typeof kept === 'string' && read.changed.includes(field) && field !== 'website')
            expect(kept).toBe(value.replaceAll('\r\n', '\n').trim())
        }
    }
})

function namesOf(inputs: readonly Input[]): string[] {
  return inputs.flatMap((input) => (input.is === 'group' ? namesOf(input.inputs) : [input.name]))
}
function keysOf(inputs: readonly Input[]): string[] {
  return inputs.flatMap((input) => [keyOf(input.name), ...(input.is === 'group' ? keysOf(input.inputs) : [])])
}
