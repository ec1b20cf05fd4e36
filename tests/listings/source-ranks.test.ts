import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUTHORS } from '../../src/listings/claims.ts'
import { FIELD_NAMES } from '../../src/listings/listing.ts'
import { ranksSchema } from '../../src/listings/settle.ts'

type Group = { fields: string[]; ranks: object }
const file: { contact: Group } = JSON.parse(
  readFileSync(new URL('../../data/source-ranks.json', import.meta.url), 'utf8'),
)
const { contact } = file
const contactWith = (over: Partial<Group>) => ({ ...file, contact: { ...contact, ...over } })
const ranksWith = (over: object) => contactWith({ ranks: { ...contact.ranks, ...over } })

/** what is wrong, the file, where it says so */
const WRONG: [string, unknown, RegExp][] = [
  ['an unknown field', contactWith({ fields: [...contact.fields, 'fax'] }), /contact\.fields\.5/],
  ['a field that is in no group', contactWith({ fields: contact.fields.slice(1) }), /phone.*is in no group/],
  ['a field in two groups', { ...file, more: contact }, /more\.fields.*phone a second time/],
  ['an author without a rank', contactWith({ ranks: { group: 1 } }), /contact\.ranks\.umbrella/],
  ['an unknown author', ranksWith({ mayor: 100 }), /contact\.ranks.*mayor/],
  ['a rank for guesses', ranksWith({ suggested: 100 }), /contact\.ranks.*suggested/],
  ['a rank that is no whole number', ranksWith({ group: 1.5 }), /contact\.ranks\.group/],
]
test.each(WRONG)('refuses %s and says where', (_, value, where) => {
  const issues = ranksSchema.safeParse(value).error?.issues ?? []
  expect(issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n')).toMatch(where)
})

test('the file ranks every author on every field, guesses below all', () => {
  const ranks = ranksSchema.parse(file)
  for (const field of FIELD_NAMES) {
    expect(Object.keys(ranks[field]).sort()).toEqual([...AUTHORS].sort())
    const lowest = Math.min(...AUTHORS.filter((it) => it !== 'suggested').map((it) => ranks[field][it]))
    expect(ranks[field].suggested).toBeLessThan(lowest)
  }
})
