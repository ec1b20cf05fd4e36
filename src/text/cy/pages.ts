/** Geiriau’r tudalennau, fel pages.ts yn Saesneg. */
import type { pages as english } from '../en/pages.ts'
import { number, plural } from '../format.ts'
import { listing } from './listing.ts'
import { quality } from './quality.ts'
import { search } from './search.ts'
import { statements } from './statements.ts'

const cy = { lang: 'cy' } as const
const count = (n: number) => number(n, cy)

export const pages: typeof english = {
  frame: {
    skip: 'Neidio i’r brif ran',
    demo: 'Arddangosiad. Dychmygol yw’r grwpiau yma.',
    menu: 'Prif ddewislen',
    search: 'Chwilio',
    about: 'Amdanom ni',
    quality: 'Pa mor gyfredol yw',
    home: 'tudalen gartref',
    other: 'English',
    leave: 'Gadael y safle hwn',
    leaveWhy: 'Mae’n mynd i’r tywydd ar unwaith. Pwyswch Escape deirgwaith i wneud yr un peth.',
    footContact: 'Gofyn i berson',
    footTrust: 'Faint y gallwch ymddiried ynddo',
    footTrustWords: 'Mae pob tudalen yn dweud pwy a’i cadarnhaodd, a phryd.',
    footMore: 'Am y safle hwn',
    accessibility: 'Hygyrchedd',
    privacy: 'Preifatrwydd',
    titled: (title, name) => `${title} – ${name}`,
  },
  ask: {
    region: 'Chwilio',
    what: 'Beth fyddai’n helpu?',
    whatHint: 'Yn eich geiriau eich hun, er enghraifft “rhywun i siarad â nhw”',
    where: 'Ble?',
    whereHint: 'Cod post, tref neu ardal',
    within: 'O fewn',
    button: 'Chwilio',
    near: 'Defnyddio ble rydw i',
    nearWait: 'Yn gofyn i’ch dyfais',
    here: 'ble rydych chi',
    nearHere: 'ger ble rydych chi',
    nearNo: 'Ni ddywedodd eich dyfais ble rydych chi. Teipiwch god post neu dref.',
    offers: 'Geiriau a allai ffitio',
    offered: { one: '# awgrym', other: '# awgrym' },
    kinds: { need: 'angen', kind: 'math', group: 'grŵp', listing: 'cofnod', place: 'lle' },
  },
  home: {
    title: (place) => `Beth fyddai’n helpu? Grwpiau a chymorth yn ardal ${place}`,
    h1: 'Beth fyddai’n helpu?',
    lead: (place) =>
      `Grwpiau, gweithgareddau a phobl sy’n helpu yn ardal ${place}. Dywedwch yn eich geiriau eich hun.`,
    what: 'Am beth ydych chi’n chwilio?',
    post: 'Mae angen y rhain yn aml',
    choose: 'Helpwch fi i ddewis',
    chooseWords: 'Dewiswch beth sy’n ffitio orau. Nid ydym yn cadw dim amdanoch chi.',
    places: (n) => plural(n, { two: '# le', other: '# lle' }, cy),
    workersLink: 'Gweld pwy sy’n derbyn atgyfeiriad gennych chi',
    current: 'Pa mor gyfredol yw?',
    currentWords: (confirmed, total) =>
      `Cadarnhawyd ${count(confirmed)} o ${count(total)} cofnod yn y chwe mis diwethaf.`,
    currentMore: 'Gweld pa mor gyfredol yw’r cyfeiriadur',
    groups: 'I grwpiau',
    groupsWords:
      'Ydych chi’n cynnal rhywbeth y gall pobl ymuno ag ef? Dywedwch wrthym amdano, neu beth sydd wedi newid. Fe’i cywirwn i chi.',
    groupsSoon: 'Ni allwch fewngofnodi a’i newid eich hun eto. Mae hynny’n cael ei adeiladu.',
    workers: 'I weithwyr cyswllt',
    workersWords:
      'Chwiliwch fel pawb arall. Mae “Sut i ymuno” yn dangos pwy sy’n derbyn atgyfeiriad, a “Mae lle” pwy sy’n derbyn pobl nawr.',
    workersSoon: 'Ydych chi wedi clywed bod rhywbeth wedi cau, neu’n llawn? Dywedwch wrthym.',
  },
  search,
  map: {
    here: 'Chwilio’r ardal hon',
    zoomIn: 'Nesáu',
    zoomOut: 'Pellhau',
    outline: 'Amlinell: Natural Earth',
    failed: 'Nid oedd modd llunio’r map. Mae popeth yn y rhestr.',
  },
  listing,
  how: {
    'in-person': 'Wyneb yn wyneb',
    phone: 'Dros y ffôn',
    video: 'Drwy alwad fideo',
    online: 'Ar-lein',
    'home-visit': 'Maen nhw’n dod i’ch cartref',
    accompanied: 'Gall rhywun fynd gyda chi',
  },
  quality,
  statements,
  errors: {
    mark: (title) => `Gwall: ${title}`,
    summary: 'Mae problem',
    notFound: 'Nid yw’r dudalen hon yn bod',
    notFoundWords:
      'Efallai fod y cyfeiriad yn anghywir, neu fod y dudalen wedi symud. Chwiliwch am yr hyn sydd ei angen:',
    broken: 'Torrodd rhywbeth ar ein hochr ni',
    brokenWords: 'Nid eich bai chi ydyw. Rhowch gynnig arall arni mewn munud, neu gofynnwch i berson:',
  },
}
