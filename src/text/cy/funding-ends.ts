/** Beth sy’n dod i ben gyda’i arian. */
import type { fundingEnds as english } from '../en/funding-ends.ts'
import { plural } from '../format.ts'

const CY = { lang: 'cy' } as const
const rhestriad = (n: number) => plural(n, { two: '# restriad', other: '# rhestriad' }, CY)

export const fundingEnds: typeof english = {
  title: 'Cyllid sy’n dod i ben',
  lead: 'Beth allai stopio pan ddaw’r arian i ben, a beth arall sydd gerllaw.',
  filter: 'Beth i edrych arno',
  days: 'Yn ystod y',
  span: (days) => `${days} diwrnod nesaf`,
  need: 'Angen',
  ward: 'Ward',
  district: 'Ardal cod post',
  allNeeds: 'Pob angen',
  allWards: 'Pob ward',
  allDistricts: 'Pob ardal',
  show: 'Dangos',
  reset: 'Dangos popeth',

  total: (n, to) =>
    n === 0
      ? `Nid oes cyllid y gwyddom amdano yn dod i ben erbyn ${to}.`
      : `Mae cyllid ${rhestriad(n)} yn dod i ben erbyn ${to}, hyd y gwyddom.`,
  atPlaces: (n) => (n === 0 ? '' : `Nifer y lleoedd: ${n}.`),
  leaves: (n) =>
    n === 0
      ? 'I bob un o’u hanghenion mae rhywbeth gerllaw sy’n dweud bod lle.'
      : `Yn gadael angen heb ddim gerllaw sy’n dweud bod lle: ${n}.`,
  money: (pounds) => `Mae ${pounds} o grantiau’n dod i ben gyda nhw, lle mae’r grant yn dweud faint.`,
  unknown: (n, total) =>
    `O ${rhestriad(total)}, nid oes cyllid hysbys gan ${n}. Nid ydynt mewn unrhyw dabl yma.`,

  byNeed: 'Yn ôl angen',
  byWard: 'Yn ôl ward',
  byDistrict: 'Yn ôl ardal cod post',
  oneListing: 'Pa restriadau',
  listings: 'Rhestriadau',
  places: 'Lleoedd',
  others: 'Eraill gerllaw',
  withRoom: 'gyda lle',
  without: 'Heb ddewis arall',
  pounds: 'Grantiau (£)',
  notSaid: 'heb ei ddweud',
  words: (miles) =>
    `Eraill gerllaw: rhestriadau i’r un angen o fewn ${miles} milltir nad ydynt yn dod i ben yn y dyddiau hyn. Heb ddewis arall: nid oes un ohonynt yn dweud bod lle. Mae cymorth dros y ffôn neu ar-lein yn cyfrif ym mhobman.`,
  more: (n) => `${n} arall`,
  listing: 'Rhestriad',
  group: 'Grŵp',
  until: 'Cyllid tan',
  said: 'Pwy ddywedodd',
  page: 'Tudalen gyhoeddus',
  hidden: (n) => `Y tu allan i’r hyn yr ydych yn gofalu amdano: ${n} arall.`,
  hiddenLink: 'Dim ond y ffeithiau sydd wedi’u cuddio. Maent wedi’u cyfrif uchod.',

  chart: 'Yr un peth fel llun',
  chartTitle: 'Rhestriadau y mae eu cyllid yn dod i ben, yn ôl angen',
  chartWords: 'Mae’r ffigurau yn y tabl “Yn ôl angen”.',
  chartLeft: 'dim un arall gyda lle gerllaw',
  chartElse: 'un arall gyda lle gerllaw',
  bar: (label, n, without) => `${label}: ${n}${without === 0 ? '' : `, ${without} heb ddewis arall`}`,

  download: 'Fel ffeil ar gyfer taenlen (CSV)',
  files: { needs: 'Yn ôl angen', wards: 'Yn ôl ward', districts: 'Yn ôl ardal', listings: 'Rhestriadau' },
}
