/** Pa mor gyfredol yw’r cyfeiriadur. */
import type { quality as english } from '../en/quality.ts'
import { number, plural } from '../format.ts'

const cy = { lang: 'cy' } as const
const count = (n: number) => number(n, cy)

export const quality: typeof english = {
  title: 'Pa mor gyfredol yw’r cyfeiriadur',
  lead: 'Nid yw cyfeiriadur ond cystal â’r hyn a wiriwyd. Felly rydym yn ei gyfrif, yn agored.',
  percent: (part, total) => `${total === 0 ? 0 : Math.round((100 * part) / total)}%`,
  states: {
    confirmed: 'Cadarnhawyd',
    due: 'Mae’n bryd gofyn eto',
    unconfirmed: 'Heb ei gadarnhau ers tro',
    never: 'Heb ei gadarnhau erioed',
  },
  meaning: {
    confirmed: (days) => `Dywedodd rhywun sy’n gwybod ei fod yn gywir, o fewn ${days} diwrnod.`,
    due: 'Dywedodd rhywun hynny, ond yn hirach yn ôl nag y mae gair o’r fath yn cyfrif.',
    unconfirmed: (days) => `Roedd y tro diwethaf fwy na ${days} diwrnod yn ôl.`,
    never: 'Daeth o ffeil. Nid oes neb sy’n gwybod wedi dweud ei fod yn gywir.',
    lasts: (by, days) => `${by}: ${days} diwrnod`,
    lastsHead: 'Am faint mae gair o’r fath yn cyfrif',
    by: {
      group: 'Y grŵp',
      umbrella: 'Corff cymorth lleol',
      desk: 'Tîm y cyfeiriadur',
      'link-worker': 'Gweithiwr cyswllt',
      source: 'Cyfeiriadur arall sy’n dweud pryd y gwiriodd',
    },
  },
  ages: 'Pryd y cadarnhawyd cofnodion ddiwethaf',
  agesHead: { age: 'Cadarnhawyd ddiwethaf', count: 'Cofnodion', share: 'Cyfran' },
  ageUpTo: (months) =>
    plural(months, { one: 'Yn ystod y mis diwethaf', other: 'Yn ystod y # mis diwethaf' }, cy),
  ageBetween: (from, to) => `${from} i ${to} mis yn ôl`,
  ageOlder: 'Cyn hynny',
  others: (n) => `${n} arall`,
  kinds: 'Yn ôl math',
  wards: 'Yn ôl ward',
  tableHead: { what: 'Math', ward: 'Ward', total: 'Cofnodion', confirmed: 'Cadarnhawyd', share: 'Cyfran' },
  room: 'A oes lle',
  roomWords: (known, total) =>
    `Ar gyfer ${count(known)} o ${count(total)} cofnod, dywedodd rhywun yn ddiweddar a oes lle.`,
  words: 'Ystyr y geiriau',
  wordsRoom:
    'Am gyfnod yn unig y mae “Lle i bobl newydd” yn dal. Wedyn dywed y dudalen: ddim yn hysbys, gofynnwch.',
  wordsFile: 'Nid yw ffeil sy’n dweud yr un peth eto yn cadarnhau dim.',
  sources: 'O ble y daw',
  sourcesHead: {
    source: 'Ffynhonnell',
    licence: 'Trwydded',
    listings: 'Cofnodion',
    confirmed: 'Cadarnhawyd',
    last: 'Darllenwyd ddiwethaf',
  },
  never: 'erioed',
  health: {
    well: 'Mewn trefn',
    trouble: 'Heb ei darllen fel y dylai. Rydym yn edrych i mewn i’r peth.',
    running: 'Yn cael ei darllen nawr',
  },
  noLicence: 'heb ei nodi',
  empty: 'Mae’r cyfeiriadur yn wag.',
}
