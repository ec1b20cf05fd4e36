/** Tudalen y canlyniadau a’i map. */
import type { map as englishMap, search as english } from '../en/search.ts'
import { number, plural } from '../format.ts'

const cy = { lang: 'cy' } as const
const count = (n: number) => number(n, cy)

export const search: typeof english = {
  found: (n, what, where) =>
    `${n === 0 ? 'Dim lleoedd' : plural(n, { two: '# le', other: '# lle' }, cy)}${what ? ` ar gyfer “${what}”` : ''}${where ? ` ${where}` : ''}`,
  all: (n) => (n === 0 ? 'Dim lleoedd eto' : `Pob un o’r ${count(n)} lle`),
  mayHelp: (n, where) =>
    n === 0
      ? 'Ffoniwch un o’r rhifau uchod'
      : `${plural(n, { two: '# le a all helpu', other: '# lle a all helpu' }, cy)}${where ? ` ${where}` : ''}`,
  taken: (place) => `Cymerom mai “${place}” yw’r lle i ddechrau ohono.`,
  notPlace: (place) => `Chwiliwch am y gair “${place}” yn lle hynny`,
  near: (where) => `ger ${where}`,
  inBox: 'yn y rhan hon o’r map',
  showing: (from, to, total) => `Yn dangos ${count(from)} i ${count(to)} o ${count(total)}.`,
  order: {
    best: 'Y rhai sy’n ffitio orau yn gyntaf.',
    near: 'Yr agosaf yn gyntaf.',
    soon: 'Y cynharaf yn gyntaf.',
    checked: 'Y rhai a gadarnhawyd yn ddiweddar yn gyntaf.',
  },
  distancesFrom: {
    exact: (where) => `Mae’r pellter o ${where}.`,
    postcode: (where) => `Mae’r pellter o ganol ${where}.`,
    area: (where) => `Mae’r pellter o ganol ${where}.`,
  },
  sortBy: 'Trefnu yn ôl',
  sort: { best: 'Ffitio orau', near: 'Agosaf', soon: 'Cynharaf', checked: 'Cadarnhawyd yn ddiweddar' },
  sortButton: 'Trefnu',
  filters: 'Hidlwyr',
  filtersCount: (n) => (n === 0 ? 'Hidlwyr' : `Hidlwyr (${n})`),
  chosenCount: (n) => `${n} wedi’u dewis`,
  apply: 'Defnyddio’r hidlwyr',
  tags: 'Hidlwyr a ddewiswyd',
  remove: (label) => `Tynnu: ${label}`,
  clear: 'Clirio’r cyfan',
  more: (n) => `${n} arall`,
  age: 'Oedran y person',
  ageTag: (age) => `${age} oed`,
  ageHint: 'Mewn blynyddoedd',
  withinTag: (miles) => `O fewn ${miles}`,
  boxTag: 'Yn y rhan hon o’r map',
  results: 'Canlyniadau',
  list: 'Rhestr o ganlyniadau',
  facts: { when: 'Pryd', where: 'Ble', cost: 'Cost a sut i ymuno' },
  secret: 'Cedwir y cyfeiriad yn gyfrinachol',
  otherPlaces: (n) => plural(n, { two: 'a # le arall', other: 'a # lle arall' }, cy),
  costUnknown: 'Cost ddim yn hysbys: gofynnwch iddyn nhw',
  about: (distance) => `tua ${distance}`,
  noTimes: 'Amserau ddim yn hysbys: gofynnwch iddyn nhw',
  noPlace: 'Lle ddim yn hysbys: gofynnwch iddyn nhw',
  pages: 'Tudalennau’r canlyniadau',
  page: (n) => `Tudalen ${n}`,
  previous: 'Tudalen flaenorol',
  next: 'Tudalen nesaf',
  pageOf: (page, pages) => `tudalen ${count(page)} o ${count(pages)}`,
  beyond: (pages) =>
    `Dim ond ${plural(pages, { two: '# dudalen', other: '# tudalen' }, cy)} o ganlyniadau sydd.`,
  firstPage: 'Mynd i’r dudalen gyntaf',
  groups: {
    now: 'Ar hyn o bryd',
    need: 'Ar gyfer beth',
    how: 'Sut',
    when: 'Pryd',
    who: 'I bwy',
    cost: 'Cost',
    access: 'Mynediad',
    join: 'Sut i ymuno',
    language: 'Ieithoedd',
    kind: 'Math',
    time: 'Amser o’r dydd',
    day: 'Diwrnod',
  },
  showMap: 'Dangos y map',
  showList: 'Dangos y rhestr',
  skipMap: 'Neidio heibio’r map',
  map: 'Map o’r canlyniadau',
}

export const map: typeof englishMap = {
  here: 'Chwilio’r ardal hon',
  zoomIn: 'Nesáu',
  zoomOut: 'Pellhau',
  outline: 'Amlinelliad: Natural Earth',
  places: { one: '# lle', two: '# le', other: '# lle' },
  near: 'ger',
  about: 'dim ond yr ardal sy’n hysbys',
  onMap: {
    all: 'Mae popeth yn y rhestr ar y map.',
    some: 'Mae # o @ ar y map. Mae’r gweddill dros y ffôn, ar-lein neu gartref, neu nid yw eu lle yn hysbys.',
    lost: 'Ni ellid rhoi’r lleoedd ar y map. Mae popeth yn y rhestr.',
  },
  failed: 'Ni ellid tynnu’r map. Mae popeth yn y rhestr.',
}
