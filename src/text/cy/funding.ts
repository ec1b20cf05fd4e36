/** Am faint y bydd yr arian yn para. */
import type { funding as english } from '../en/funding.ts'

export const funding: typeof english = {
  open: {
    head: 'Cynllunio ymlaen?',
    after: (month) => `Gall hyn newid ar ôl mis ${month}.`,
    during: (month) => `Gall hyn newid yn ystod mis ${month}.`,
    over: (month) =>
      `Efallai bod hyn wedi newid ar ôl mis ${month}. Nid oes neb wedi dweud wrthym ers hynny.`,
    ask: 'Gofynnwch iddyn nhw cyn cynllunio ymhellach.',
    askNow: 'Gofynnwch iddyn nhw cyn mynd.',
  },
  goesOn: 'Mae ei gyllid yn parhau.',
  goesOnUntil: (day) => `Mae ei gyllid yn parhau tan ${day}.`,
  endsOn: (day) => `Mae ei gyllid yn dod i ben ar ${day}.`,
  unknown: 'Nid yw’n hysbys eto a fydd ei gyllid yn parhau.',
  unknownUntil: (day) => `Wedi’i gyllido tan ${day}. Nid yw’n hysbys eto a fydd yn parhau.`,
  ended: (day) => `Roedd wedi’i gyllido tan ${day}. Nid oes neb wedi dweud ers hynny a yw’n parhau.`,
  said: {
    group: (ago) => `Dywedodd y grŵp hynny ${ago}.`,
    umbrella: (ago) => `Dywedodd corff cymorth lleol hynny ${ago}.`,
    desk: (ago) => `Clywodd tîm y cyfeiriadur hynny ${ago}.`,
    'link-worker': (ago) => `Clywodd gweithiwr cyswllt hynny ${ago}.`,
    source: (ago) => `Cafodd ei gyhoeddi ${ago}.`,
  },
  told: (source) => `Yn ôl ${source}.`,
  grant: (funder, source) => `Grant gan ${funder}, yn ôl ${source}.`,

  grants: {
    title: 'Grantiau y gwyddom amdanynt',
    gave: (funder) => `Gan ${funder}`,
    until: (day) => `tan ${day}`,
    ended: (day) => `daeth i ben ar ${day}`,
    noEnd: 'nid yw’r diwedd yn hysbys',
    noAmount: 'nid yw’r swm yn hysbys',
    toldBy: (source) => `Yn ôl ${source}`,
    more: (count) => `${count} rhai hŷn`,
    group: 'Grantiau’r grŵp ydyn nhw. Gallant dalu am rywbeth arall heblaw hyn.',
  },
}
