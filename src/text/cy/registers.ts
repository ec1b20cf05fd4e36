import type { registers as en } from '../en/registers.ts'

/** What registers of charities hold against a group, as the desk reads it. */
export const registers: typeof en = {
  number: 'Rhif yn y gofrestr',
  name: 'Enw yn y gofrestr',
  on: {
    merged: 'Daeth yn rhan o grŵp arall ar',
    dissolved: 'Daeth i ben ar',
    'removed-from-register': 'Gadawodd y gofrestr ar',
    'accounts-overdue': 'Mae’r cyfrifon olaf hyd at',
  },
  successor: 'Pwy sy’n parhau',
  named: (name, number) => (name === '' ? number : `${name} (${number})`),
  hints: {
    merged: 'Gofynnwch pwy sy’n ei redeg nawr. Os yw’n parhau, efallai mai grŵp arall sydd ei angen yn unig.',
    dissolved: 'Gofynnwch a oes rhywun yn parhau ag ef.',
    'removed-from-register': 'Gall grŵp barhau heb fod yn elusen. Gofynnwch cyn dod â’r cofnod i ben.',
    insolvent: 'Mae llawer yn parhau wrth setlo eu dyledion. Gofynnwch a yw’r drysau ar agor.',
    'accounts-overdue':
      'Mae gwirfoddolwyr yn aml yn anfon cyfrifon yn hwyr. Nid yw hyn yn dweud a yw’r grŵp yn cwrdd.',
  },
  instead: 'Yn cael ei redeg gan y grŵp sy’n parhau',
}
