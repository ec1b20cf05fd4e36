/** What registers of charities hold against a group, as the desk reads it. */
export const registers = {
  number: 'Number in the register',
  name: 'Name in the register',
  on: {
    merged: 'Became part of another on',
    dissolved: 'Ended on',
    'removed-from-register': 'Left the register on',
    'accounts-overdue': 'Last accounts go up to',
  } as Record<string, string>,
  successor: 'Who goes on',
  /** "Carmel Community Church (Charity number 1190036)" */
  named: (name: string, number: string) => (name === '' ? number : `${name} (${number})`),
  hints: {
    merged: 'Ask who runs it now. If it goes on, the listing may only need another group.',
    dissolved: 'Ask whether anybody goes on with it.',
    'removed-from-register': 'A group may go on without being a charity. Ask before you end the listing.',
    insolvent: 'Many go on while their debts are settled. Ask whether the doors are open.',
    'accounts-overdue':
      'Volunteers often send accounts late. This alone says nothing about whether the group meets.',
  } as Record<string, string>,
  instead: 'Run by the group that goes on',
}
