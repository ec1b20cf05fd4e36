/** Yr un geiriau â pages.ts yn Saesneg. */
import type { pages as english } from '../en/pages.ts'
import { number, plural } from '../format.ts'
import { how, listing } from './listing.ts'
import { quality } from './quality.ts'
import { map, search } from './search.ts'
import { statements } from './statements.ts'

const cy = { lang: 'cy' } as const
const count = (n: number) => number(n, cy)

export const pages: typeof english = {
  frame: {
    skip: 'Neidio i’r brif ran',
    demo: 'Arddangosiad. Mae’r grwpiau hyn wedi’u dyfeisio.',
    menu: 'Prif ddewislen',
    search: 'Chwilio',
    about: 'Amdanom',
    quality: 'Pa mor gyfredol',
    groups: 'I grwpiau',
    workers: 'I weithwyr cyswllt',
    home: 'tudalen gartref',
    other: 'English',
    leave: 'Gadael y wefan hon',
    leaveWhy: 'Mae’n mynd i’r tywydd ar unwaith. Mae pwyso Escape deirgwaith yn gwneud yr un peth.',
    footContact: 'Gofyn i rywun',
    footTrust: 'Faint y gallwch ddibynnu arno',
    footTrustWords: 'Mae pob tudalen yn dweud pwy a’i cadarnhaodd, a phryd.',
    footMore: 'Am y wefan hon',
    accessibility: 'Hygyrchedd',
    privacy: 'Preifatrwydd',
    titled: (title, name) => `${title} – ${name}`,
  },
  ask: {
    region: 'Chwilio',
    what: 'Beth fyddai’n helpu?',
    whatHint: 'Er enghraifft “rhywun i siarad ag ef”',
    where: 'Ble?',
    whereHint: 'Cod post, tref neu ardal',
    within: 'O fewn',
    anyDistance: 'Unrhyw bellter',
    button: 'Chwilio',
    near: 'Yn agos ata i',
    nearWait: 'Yn gofyn i’ch dyfais',
    here: 'ble rydych chi',
    nearHere: 'yn agos atoch chi',
    nearNo: 'Ni ddywedodd eich dyfais ble rydych chi. Teipiwch god post neu dref.',
    offers: 'Geiriau a all ffitio',
    offered: { one: '# awgrym', other: '# awgrym' },
    kinds: { need: 'angen', kind: 'math', group: 'grŵp', listing: 'cofnod', place: 'lle' },
  },
  home: {
    title: (place) => `Beth fyddai’n helpu? Grwpiau a chefnogaeth: ${place}`,
    h1: 'Beth fyddai’n helpu?',
    lead: (place) =>
      `Grwpiau, gweithgareddau a phobl sy’n helpu: ${place} a’r cyffiniau. Dywedwch yn eich geiriau eich hun.`,
    what: 'Am beth rydych chi’n chwilio?',
    post: 'Anghenion cyffredin',
    choose: 'Helpwch fi i ddewis',
    chooseWords: 'Dewiswch yr un sy’n ffitio orau. Nid ydym yn cadw dim amdanoch chi.',
    places: (n) => plural(n, { two: '# le', other: '# lle' }, cy),
    workersLink: 'Gweld pwy sy’n derbyn atgyfeiriad gennych chi',
    current: 'Pa mor gyfredol yw e?',
    currentWords: (confirmed, total, months) =>
      `Cadarnhawyd ${count(confirmed)} o ${plural(total, { two: '# gofnod', other: '# cofnod' }, cy)} yn ystod y ${months === 6 ? 'chwe' : months} mis diwethaf.`,
    currentMore: 'Gweld pa mor gyfredol yw’r cyfeiriadur',
    groups: 'I grwpiau',
    groupsWords:
      'Ydych chi’n cynnal rhywbeth y gall pobl ymuno ag ef? Dywedwch eich hun a yw’n gywir ac a oes gennych le.',
    groupsSoon: 'Ugain eiliad ychydig o weithiau’r flwyddyn. Nid oes angen cyfrinair.',
    groupsLink: 'Cadw eich cofnod yn gywir',
    workers: 'I weithwyr cyswllt',
    workersWords:
      'Chwiliwch fel pawb arall. Mae “Sut i ymuno” yn dangos pwy sy’n derbyn atgyfeiriad, a “Mae lle” pwy sydd â lle nawr.',
    workersSoon:
      'Wedi mewngofnodi, gwelwch hefyd beth mae grwpiau a chydweithwyr yn ei ddweud, a dweud beth glywoch.',
    workersIn: 'Eich tudalennau fel gweithiwr cyswllt',
  },
  search,
  map,
  listing,
  how,
  quality,
  statements,
  errors: {
    mark: (title) => `Gwall: ${title}`,
    summary: 'Mae problem',
    notFound: 'Nid yw’r dudalen hon yn bod',
    notFoundWords:
      'Efallai fod y cyfeiriad yn anghywir, neu fod y dudalen wedi symud. Chwiliwch am yr hyn sydd ei angen arnoch:',
    broken: 'Torrodd rhywbeth ar ein hochr ni',
    brokenWords: 'Nid eich bai chi yw hyn. Rhowch gynnig arall arni ymhen munud, neu gofynnwch i rywun:',
  },
}
