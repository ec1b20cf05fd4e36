/** Hysbysiadau argyfwng: un peth am lawer o gofnodion ar unwaith. */
import type { notices as english } from '../en/notices.ts'
import { plural } from '../format.ts'

const cy = { lang: 'cy' } as const
const listings = (n: number) => plural(n, { two: '# gofnod', other: '# cofnod' }, cy)

export const notices: typeof english = {
  title: 'Hysbysiadau argyfwng',
  lead: 'Dywedwch un peth am lawer o gofnodion ar unwaith. Mae’n ymddangos ar unwaith, ac yn peidio ohono’i hun.',
  keeps: 'Nid yw’n newid yr un cofnod na chadarnhad.',
  what: 'Beth sydd wedi digwydd?',
  whats: { telephone: 'Mae popeth wedi symud i’r ffôn', paused: 'Mae popeth wedi’i oedi' },
  areas: 'Ym mha ardaloedd?',
  areasHint: 'Dechrau codau post neu godau wardiau, gyda choma: M33, M41. Gadewch yn wag ar gyfer popeth.',
  kinds: 'Pa fathau?',
  kindsHint: 'Peidiwch â thicio dim ar gyfer pob math.',
  group: 'Un grŵp yn unig?',
  groupHint: 'Cyfeiriad un o’i gofnodion. Gadewch yn wag ar gyfer pob grŵp.',
  until: 'Hyd at a chan gynnwys',
  untilHint: 'Mae’n peidio ohono’i hun ar ôl y diwrnod hwn.',
  words: 'Un frawddeg',
  wordsHint: 'Er enghraifft: Mae’r neuaddau ar gau oherwydd eira.',
  look: 'Gweld beth mae’n ei gyffwrdd',
  touches: (n) => `Mae hyn yn cyffwrdd â ${listings(n)}.`,
  touchesNone: 'Nid yw hyn yn cyffwrdd â dim. Edrychwch ar yr ardaloedd a’r mathau eto.',
  spares: 'Dim ond drwy enwi eu grŵp y caiff llochesi a’u tebyg eu hoedi.',
  switchOn: 'Rhoi ymlaen',
  begin: 'Rhoi un newydd ymlaen',
  on: 'Ymlaen nawr',
  was: 'O’r blaen',
  none: 'Dim.',
  end: 'Ei orffen nawr',
  switched: 'Mae ymlaen. Mae pobl yn ei weld nawr.',
  endedNow: 'Mae wedi gorffen.',
  everything: 'y cyfeiriadur cyfan',
  lapsed: (day) => `tan ${day}`,
  endedOn: (day) => `gorffennwyd ${day}`,
  errors: {
    what: 'Dewiswch beth sydd wedi digwydd',
    until: 'Ysgrifennwch ddiwrnod o heddiw ymlaen, o fewn blwyddyn',
    words: 'Ysgrifennwch un frawddeg o 200 llythyren neu lai',
    areas: 'Ysgrifennwch ardaloedd fel M33, gyda choma',
    group: 'Nid oes cofnod yn y cyfeiriad hwn',
    reach: 'Dim ond ar gyfer eich ardal eich hun y gallwch roi hysbysiadau',
  },
}
