/** Rhediadau ffynhonnell, fel y mae'r ddesg yn edrych arnynt: y gwahaniaeth, yr hyn na ellid ei ddefnyddio, tynnu un yn ôl. */
import type { run as englishRun, undo as englishUndo } from '../en/runs.ts'
import { number, plural } from '../format.ts'

const cy = { lang: 'cy' } as const
const n = (count: number) => number(count, cy)
const listings = (count: number) => plural(count, { two: '# gofnod', other: '# cofnod' }, cy)
const rows = (count: number) => plural(count, { two: '# res', other: '# rhes' }, cy)
const grants = (count: number) => plural(count, { one: '# grant', two: '# grant', other: '# grant' }, cy)
const signals = (count: number) => plural(count, { one: '# arwydd', two: '# arwydd', other: '# arwydd' }, cy)

export const run: typeof englishRun = {
  title: (source, at) => `${source}, darllenwyd ar ${at}`,
  back: (source) => `Yn ôl i ${source}`,
  why: 'Pam y stopiodd',
  whyFailed: 'Beth aeth o’i le',
  accept: 'Derbyn y golled a’i redeg eto',
  acceptWords: 'Dim ond os yw’r ffynhonnell yn gyfan. Bydd yr hyn a aeth ar goll; ni ddilëir dim.',
  otherwise: 'Os nad yw’n gyfan, peidiwch â gwneud dim. Mae’r cyfeiriadur yn aros fel yr oedd.',
  byOthers: 'Gall rhywun o’r ddesg ar gyfer pob ardal ateb hyn.',
  byCommand: 'Os yw’r ffeil yn gyfan, mae pwy bynnag sy’n rhedeg y rhaglen yn teipio:',
  undo: 'Tynnu’r rhediad hwn yn ôl',
  undone: 'Tynnwyd y rhediad hwn yn ôl. Mae’r hyn a ddywedodd wedi mynd.',
  stays: 'Beth sy’n aros',
  staysWords: (count) => `Newidiodd pobl ${listings(count)} ers hynny. Mae eu geiriau’n aros.`,
  staysMore: (count) => `a ${n(count)} arall`,
  counts: 'Beth a newidiodd',
  would: 'Beth fyddai wedi’i newid',
  tags: {
    added: 'Ychwanegwyd',
    changed: 'Newidiwyd',
    back: 'Yn ôl eto',
    missing: 'Ar goll',
    ended: 'Wedi dod i ben',
    conflict: 'Gwrthdaro',
  },
  read: (count) => `Darllenwyd ${rows(count)}`,
  parts: {
    all: 'Popeth',
    added: 'Ychwanegwyd',
    changed: 'Newidiwyd',
    back: 'Yn ôl eto',
    missing: 'Ar goll',
    ended: 'Wedi dod i ben',
    conflict: 'Gwrthdaro',
    problems: 'Problemau',
  },
  words: {
    added: 'Newydd yn y cyfeiriadur, neu’n newydd i’r ffynhonnell hon.',
    changed: 'Mae’r ffynhonnell yn dweud rhywbeth gwahanol i’r blaen.',
    back: 'Roedd ar goll, ac mae yno eto.',
    missing: 'Roedd yn y ffynhonnell o’r blaen, ac nid yw nawr.',
    ended: 'Mae’r ffynhonnell yn dweud iddo ddod i ben.',
    conflict: 'Mae’r ffynhonnell nawr yn dweud rhywbeth gwahanol i berson. Gair y person sy’n sefyll.',
    problems: 'Beth na ellid ei ddefnyddio, yn ôl ei res. Y rhes gyntaf yw’r pennawd.',
  },
  shown: (from, to, of) => `${n(from)} i ${n(to)} o ${n(of)}`,
  none: 'Nid oes dim o’r math hwn.',
  noLines: 'Ni chadwyd yr hyn a newidiodd y rhediad hwn fesul un.',
  unchanged: (count) => `Dywedodd ${n(count)} yr un peth ag o’r blaen`,
  duplicate: (count) => `${rows(count)} ddwywaith`,
  refused: (count) => `ni ellid defnyddio ${rows(count)}`,
  unkept: (count) => `Cyfrifwyd ${n(count)} arall, ond ni chadwyd nhw fesul un.`,
  skipped: (count) => `gadawyd ${rows(count)} allan o fwriad`,
  old: 'Cynt',
  shownNow: 'Yn cael ei ddangos nawr',
  new: 'Mae’r ffynhonnell nawr yn dweud',
  nothingThere: 'dim byd',
  unreadable: 'ni ellir ei ddangos',
  problemHead: {
    row: 'Rhes',
    field: 'Maes',
    value: 'Gwerth',
    problem: 'Y broblem',
    did: 'Beth a wnaed',
  },
  hidden: 'Nid yw’n gyhoeddus. Gwelwch dudalen y cofnod.',
  seeMatter: 'Mae’n aros am y ddesg: penderfynu arno',
  registerRead: (count, matched) =>
    `Darllenwyd ${rows(count)}. Mae’r cyfeiriadur yn adnabod ${n(matched)} o’r grwpiau hyn.`,
  registerSaid: (removed, merged, raised) =>
    `Tynnwyd ${n(removed)} ohonynt, unwyd ${n(merged)}. Codwyd ${signals(raised)}.`,
  grantsRead: (count, individuals, live) =>
    `Darllenwyd ${grants(count)}, ${n(live)} ohonynt yn fyw. Gadawyd allan ${n(individuals)} i unigolion.`,
  grantsMatched: (byId, byName, unmatched) =>
    `Mae ${n(byId)} yn perthyn i grwpiau yma yn ôl eu rhif. Efallai ${n(byName)}, yn ôl enw. Nid yw ${n(unmatched)} yn perthyn i un.`,
}

export const undo: typeof englishUndo = {
  title: 'Tynnu’r rhediad hwn yn ôl?',
  lead: 'Bydd popeth a ddywedodd y rhediad hwn yn mynd yn ôl i’r hyn oedd yno o’i flaen.',
  will: 'Beth fydd yn digwydd',
  added: (count) =>
    `Bydd ${listings(count)} y soniodd y rhediad hwn yn unig amdanynt yn troi’n ddrafftiau. Ni fydd neb yn eu gweld wedyn.`,
  changed: (count) => `Caiff ${listings(count)} eu geiriau blaenorol yn ôl.`,
  missing: (count) => `Bydd ${listings(count)} a aeth ar goll yn cyfrif fel pe baent yno eto.`,
  said: 'Mae’r hyn a ddywedodd ar ddiwrnod yn mynd hefyd: cadarnhad, arian, arwyddion.',
  stays: (count) =>
    count === 0
      ? 'Nid oes neb wedi newid y geiriau hyn ers hynny. Mae penderfyniadau’r ddesg am wrthdaro yn aros.'
      : `Newidiodd pobl ${listings(count)} ers hynny. Mae eu geiriau’n aros.`,
  again: 'O ddarllen yr un ffeil eto, daw’r cyfan yn ôl.',
  long: 'Mae rhediad o filoedd o resi’n cymryd rhai eiliadau. Pwyswch y botwm unwaith.',
  button: 'Ei dynnu’n ôl',
  cancel: 'Ei adael fel y mae',
  cannot: 'Ni ellir tynnu’r rhediad hwn yn ôl: nid oedd ar waith, neu tynnwyd ef yn ôl o’r blaen.',
}
