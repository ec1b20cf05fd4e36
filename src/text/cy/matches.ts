/** Dau restriad a all fod yn un. */
import { number, plural } from '../format.ts'
import type { matches as english } from '../en/matches.ts'

const cy = { lang: 'cy' } as const

export const matches: typeof english = {
  kind: 'Un neu ddau?',
  kindWords: 'Gall dwy restr sôn am yr un peth.',
  line: (sure, other) =>
    other === null
      ? `Un peth ${sure ? 'yn ôl pob tebyg' : 'efallai'}, mewn dwy restr`
      : `Yr un peth ${sure ? 'yn ôl pob tebyg' : 'efallai'} â “${other}”`,
  lead: 'Mae dwy restr yn sôn am y rhain. Ai un peth ydynt?',
  one: 'Un rhestriad yw’r ddau hyn yn barod.',
  gone: 'Nid yw un o’r ddau yno bellach.',
  apart: (metres) => `${number(metres, cy)} metr ar wahân`,
  kilometres: (n) => `${number(n, cy)} cilometr ar wahân`,
  samePostcode: 'Yr un cod post',
  placeUnknown: 'Nid yw’n hysbys pa mor bell ydynt oddi wrth ei gilydd.',
  placeSecret: 'Mae un ohonynt yn cadw ei le yn gyfrinach. Nid yw ar unrhyw fap.',
  about: 'Mae cylch yn golygu: rhywle yn agos yma.',
  agrees: 'O blaid un peth',
  differs: 'Yn erbyn',
  nothing: 'Dim',
  whys: {
    name: 'Mae’r enwau’n debyg.',
    place: 'Maen nhw yn yr un lle.',
    phone: 'Mae’r un rhif ffôn ganddyn nhw.',
    website: 'Mae’r un wefan ganddyn nhw.',
    org_id: 'Mae’r un rhif elusen neu gwmni ganddyn nhw.',
  },
  against: {
    other_place: 'Maen nhw mewn lleoedd gwahanol.',
    other_contact: 'Mae rhifau ffôn gwahanol a gwefannau gwahanol ganddyn nhw.',
    other_org_id: 'Mae rhifau gwahanol ganddyn nhw mewn un gofrestr.',
    other_marks: 'Mae’r enwau’n wahanol o ran i bwy y mae, rhif neu’r hyn a wneir.',
  },
  beside: 'Ochr yn ochr',
  part: 'Rhan',
  differ: 'Ddim yr un fath',
  alone: (n) => `Dim ond ${number(n, cy)} sy’n dweud hyn`,
  draft: '(drafft, nid yw’n gyhoeddus)',
  saysNothing: 'Yn dweud dim',
  keep: 'Os ydynt yn un, pa gyfeiriad sy’n aros?',
  keepHint: 'Mae’r cyfeiriad arall yn arwain yma. Ni chollir dim a ddywedodd pobl.',
  keepThis: (n, name, told) => `${number(n, cy)}: ${name} (${told})`,
  keepPeople: (n) => `${plural(n, { one: 'Geiriau # person', other: '# math o bobl yn siarad' }, cy)} yma`,
  decisions: { same: 'Yr un peth ydynt', different: 'Maen nhw’n wahanol' },
  done: { same: 'Maen nhw’n un nawr.', different: 'Maen nhw’n aros yn ddau, ac ni ofynnir eto.' },
  cannot: {
    'told-apart': 'Mae un rhestr yn sôn am y ddau. Dyna ei gair mai dau ydynt.',
    nameless: 'Ni fyddai neb yn rhoi enw iddo.',
  },
  parting: {
    title: (name) => `Ffynonellau ${name}`,
    link: 'Tynnu ffynonellau i ffwrdd',
    lead: 'Os yw ffynhonnell yn sôn am rywbeth arall, tynnwch hi oddi yma.',
    which: 'Pa ffynonellau sy’n sôn am rywbeth arall?',
    whichHint: 'Mae’r hyn a ddywedant yn mynd i restriad ei hun. Mae’r mewnforio nesaf yn ei adael yno.',
    comesBack: (name) => `Gwnaed “${name}” yn un â hwn, a daw yn ôl.`,
    secret:
      'Mae un o’r ffynonellau hyn yn cadw’r lle’n gyfrinachol. O’u gwahanu, bydd y rhestriad arall yn dangos y lle fel y dywed ei ffynhonnell ei hun.',
    fields: (n) => `${number(n, cy)} rhan`,
    do: 'Tynnu i ffwrdd',
    back: 'Yn ôl i’r rhestriad',
    done: 'Mae’n rhestriad ei hun eto.',
    only: 'Un ffynhonnell yn unig sy’n sôn amdano. Nid oes dim i’w dynnu i ffwrdd.',
    errors: {
      some: 'Dewiswch o leiaf un ffynhonnell',
      rest: 'Gadewch o leiaf un ffynhonnell yma',
      name: 'Mae angen ffynhonnell sy’n enwi pob un o’r ddau',
      stale: 'Newidiwyd y rhestriad yn y cyfamser. Edrychwch arno eto.',
    },
  },
  did: {
    merged: 'Gwnaeth ddau restriad yn un',
    apart: 'Dywedodd mai dau yw dau restriad',
    parted: 'Gwahanodd ddau restriad',
  },
}
