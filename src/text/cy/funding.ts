/** Am faint y bydd yr arian yn para, yn gyhoeddus. */
import type { funding as english } from '../en/funding.ts'

export const funding: typeof english = {
  goesOn: 'Mae ei gyllid yn parhau.',
  goesOnUntil: (day) => `Mae ei gyllid yn parhau tan ${day}.`,
  endsOn: (day) => `Mae ei gyllid yn dod i ben ar ${day}.`,
  unknown: 'Nid yw’n hysbys eto a fydd ei gyllid yn parhau.',
  unknownUntil: (day) => `Wedi’i gyllido tan ${day}. Nid yw’n hysbys eto a fydd yn parhau.`,
  ended: (day) => `Roedd wedi’i gyllido tan ${day}. Gofynnwch a yw’n rhedeg o hyd.`,
  head: 'Ei gyllid',
  said: {
    group: (ago) => `Dywedodd y grŵp hynny ${ago}.`,
    umbrella: (ago) => `Dywedodd corff cymorth lleol hynny ${ago}.`,
    desk: (ago) => `Clywodd tîm y cyfeiriadur hynny ${ago}.`,
    'link-worker': (ago) => `Clywodd gweithiwr cyswllt hynny ${ago}.`,
    source: (ago) => `Cafodd ei gyhoeddi ${ago}.`,
  },
}
