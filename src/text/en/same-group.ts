/** Somebody a funder or a register tells of, who may be one of the groups here. */
import { plural } from '../format.ts'

const en = { lang: 'en' } as const
const grants = (n: number) => plural(n, { one: '# grant', other: '# grants' }, en)

export const sameGroup = {
  kind: 'Same group?',
  kindWords: 'A funder or a register names somebody who may be a group here.',
  line: (name: string, n: number | null) =>
    n === null ? `Is this “${name}” of the register?` : `Is this “${name}”, who had ${grants(n)}?`,
  lead: {
    grants: 'They have one name, but no number says that they are one.',
    register: 'They have one name, but no number says that they are one.',
  },
  hint: {
    grants:
      'If they are the same, the group gets these numbers. Its grants then show when its money may end.',
    register:
      'If they are the same, the group gets these numbers. What the register says of it then counts here.',
  },
  here: 'Here',
  told: { grants: 'Who had the money', register: 'In the register' },
  group: 'Group',
  nobody: 'Nobody runs it yet. “The same” makes a group of this name.',
  listings: 'Listings',
  name: 'Name',
  numbers: 'Numbers',
  noNumbers: 'None yet',
  own: (id: string) => `The funder’s own number ${id}`,
  other: (id: string) => `Number ${id}`,
  postcode: 'Postcode',
  noPostcode: 'Not given',
  money: 'Grants',
  amount: (n: number, pounds: string) => `${grants(n)}, ${pounds} together`,
  count: grants,
  funders: 'Given by',
  ends: 'The last one ends',
  noEnd: 'Nobody says',
  decisions: { same: 'They are the same', different: 'They are different' },
  done: { same: 'Said to be the same group.', different: 'Said to be different groups.' },
  did: { same: 'Said that a group had these grants or this number', other: 'Said that it is another group' },
}
