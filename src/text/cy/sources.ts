/** Ffynonellau a'u rhediadau, fel y mae'r ddesg yn eu darllen; ac o ble y daw geiriau cofnod. */
import type { sources as english } from '../en/sources.ts'
import { number, plural } from '../format.ts'
import { run, undo } from './runs.ts'

const cy = { lang: 'cy' } as const
const n = (count: number) => number(count, cy)
const listings = (count: number) => plural(count, { two: '# gofnod', other: '# cofnod' }, cy)
const rows = (count: number) => plural(count, { two: '# res', other: '# rhes' }, cy)
const drafts = (count: number) => plural(count, { two: '# ddrafft', other: '# drafft' }, cy)
const signals = (count: number) => plural(count, { one: '# arwydd', two: '# arwydd', other: '# arwydd' }, cy)

export const sources: typeof english = {
  title: 'Ffynonellau',
  lead: 'O ble y mae’r cyfeiriadur yn darllen. Y rhai mewn trafferth sydd gyntaf.',
  none: 'Nid oes dim wedi’i ddarllen eto.',
  never: 'Yn hysbys, ond heb eu darllen',
  neverWords: 'Enwir eu ffeiliau ar y llinell orchymyn, neu nid oes neb wedi gofyn amdanynt eto.',
  by: (whose) => `gan ${whose}`,
  kinds: {
    spreadsheet: 'Taenlen',
    geojson: 'Ffeil fapiau (GeoJSON)',
    'open-referral': 'Porthiant Open Referral',
    '360giving': 'Grantiau (360Giving)',
    'charity-commission': 'Cofrestr elusennau, Cymru a Lloegr',
    'charity-commission-legacy': 'Cofrestr elusennau, Cymru a Lloegr, hyd 2020',
    oscr: 'Cofrestr elusennau, yr Alban',
    ccni: 'Cofrestr elusennau, Gogledd Iwerddon',
    'charity-mergers': 'Cofrestr uno elusennau',
    'charity-reregistrations': 'Elusennau â rhif newydd',
    osm: 'Map a wnaed gan wirfoddolwyr (OpenStreetMap)',
    demonstration: 'Wedi’i ddyfeisio ar gyfer yr arddangosiad',
    people: 'Pobl, ar y wefan hon',
  },
  otherKind: 'Math arall o ffynhonnell',
  every: {
    hand: 'Dim ond pan fydd rhywun yn gofyn y caiff ei darllen',
    day: (time) => `Caiff ei darllen bob dydd am ${time}`,
    week: (weekday, time) => `Caiff ei darllen bob ${weekday.replace(/^D/, 'd')} am ${time}`,
    month: (date, time) => `Caiff ei darllen ar ddiwrnod ${date} o bob mis am ${time}`,
    year: (day, time) => `Caiff ei darllen bob blwyddyn ar ${day} am ${time}`,
    other: 'Caiff ei darllen yn ôl cynllun ei hun',
    next: (when) => `y tro nesaf: ${when}`,
  },
  health: {
    well: 'Mewn trefn',
    'by-hand': 'Mewn trefn',
    late: 'Heb ei darllen pan ddylai fod',
    waits: 'Mae rhediad yn aros am eich ateb',
    failed: 'Ni ellid ei darllen',
    running: 'Yn cael ei darllen nawr',
    never: 'Heb ei darllen erioed',
  },
  failedTimes: (times) =>
    times < 2 ? '' : plural(times, { two: '# waith yn olynol', other: '# gwaith yn olynol' }, cy),
  runs: {
    applied: (ago, what) => `Darllenwyd ${ago}: ${what}.`,
    refused: (ago) => `Stopiodd ${ago}, i ofyn i chi. Ni newidiwyd dim.`,
    undone: (ago) => `Darllenwyd ${ago}, ac fe’i tynnwyd yn ôl.`,
    failed: (ago) => `Methodd ${ago}. Ni newidiwyd dim.`,
    running: (ago) => `Dechreuodd ${ago}, ac mae’n parhau.`,
    cut: (ago) => `Torrwyd ar ei draws ${ago}. Ni newidiwyd dim.`,
    nothing: 'dim byd newydd',
    added: (count) => `ychwanegwyd ${n(count)}`,
    changed: (count) => `newidiwyd ${n(count)}`,
    back: (count) => `${n(count)} yn ôl eto`,
    missing: (count) => `${n(count)} ar goll`,
    ended: (count) => `${n(count)} wedi dod i ben`,
    conflicts: (count) => `${n(count)} gwrthdaro`,
    refusedRows: (count) => `gwrthodwyd ${rows(count)}`,
    signals: (count) => signals(count),
    live: (count) => `${n(count)} ohonynt ar waith y diwrnod hwnnw`,
    grants: (count) => `darllenwyd ${n(count)} grant`,
    drafts: (count) => `gwnaed ${drafts(count)}`,
    state: {
      applied: 'Ar waith',
      refused: 'Yn gofyn i chi',
      undone: 'Tynnwyd yn ôl',
      failed: 'Methodd',
      running: 'Yn parhau',
      cut: 'Torrwyd ar ei draws',
    },
  },
  stands: (count, confirmed) =>
    count === 0
      ? 'Nid oes cofnod yn sefyll arni.'
      : `Mae ${listings(count)} yn sefyll arni. ${confirmed === 0 ? 'Ni chadarnhawyd yr un' : `Cadarnhawyd ${n(confirmed)}`} ohonynt yn ddiweddar.`,
  standsOne: (confirmed) =>
    confirmed === 0
      ? 'Mae 1 cofnod yn sefyll arni.'
      : 'Mae 1 cofnod yn sefyll arni. Cadarnhawyd ef yn ddiweddar.',
  draftsWait: (count) => `${drafts(count)} i edrych drwyddynt`,
  seeRun: 'Gweld y rhediad',
  how: {
    title: 'Ychwanegu ffynhonnell',
    words: [
      'Mae pob ffynhonnell yn eitem yn ffeil data/sources.json y wefan hon.',
      'Mae’n dweud ble i ddarllen, pa mor aml, pwy biau hi, ac o dan ba drwydded.',
      'Gofynnwch i bwy bynnag sy’n rhedeg y rhaglen ychwanegu un. Mae’r ffeil ei hun yn dweud sut.',
      'Nid oes angen eitem ar rai ffeiliau. Darllenir nhw unwaith, â’r gorchymyn: npm run import.',
    ],
  },

  one: {
    back: 'Pob ffynhonnell',
    about: 'Amdani',
    kind: 'Beth yw hi',
    publisher: 'Pwy biau hi',
    licence: 'Trwydded',
    noLicence: 'Heb ei nodi. Gofynnwch i’w chyhoeddwr cyn defnyddio mwy ohoni.',
    attribution: 'Geiriau y mae ei chyhoeddwr am eu gweld',
    at: 'Ble y caiff ei darllen',
    noAt: 'Enwir hi ar y llinell orchymyn',
    when: 'Pryd y caiff ei darllen',
    profile: 'Proffil',
    stands: 'Beth sy’n sefyll arni',
    ranks: 'Faint y caiff ei chredu',
    ranksUsual: 'Fel unrhyw restr. Mae gair grŵp, gweithwyr cyswllt a’r ddesg yn cyfrif mwy.',
    ranksRegister: 'Fel cofrestr. Mae’n gwybod a yw elusen yn parhau, ac ychydig arall.',
    ranksAs: {
      usual: (rank) => `${n(rank)} o 100, fel unrhyw restr`,
      more: (rank, usual) => `${n(rank)} o 100, mwy nag unrhyw restr (${n(usual)})`,
      less: (rank, usual) => `${n(rank)} o 100, llai nag unrhyw restr (${n(usual)})`,
    },
    rankGroups: {
      identity: 'Ei enw a beth yw e',
      contact: 'Ffôn, e-bost, gwefan',
      times: 'Pryd y mae’n rhedeg',
      place: 'Ble y mae',
      eligibility: 'Pwy gaiff ddod, a’r gost',
      'getting-in': 'Mynd i mewn, ieithoedd',
      tags: 'Anghenion a mathau',
      safeguarding: 'Cadw pobl yn ddiogel',
      status: 'A yw’n parhau',
    },
    now: 'Darllen nawr',
    nowWords: 'Gall gymryd munud. Bydd yr hyn a newidiodd yma pan fydd wedi gorffen.',
    byCommand:
      'Nid yw’r wefan hon yn gwybod ble mae ei ffeiliau. Mae pwy bynnag sy’n rhedeg y rhaglen yn teipio:',
    corrections: 'Beth a gywirodd pobl',
    correctionsWait: (count) =>
      `${plural(count, { two: '# beth', other: '# peth' }, cy)} a gywirodd pobl ers hynny, i’w hanfon yn ôl.`,
    correctionsWords: 'Mae gan y ffeil golofnau’r ffynhonnell, fel y gall ei chyhoeddwr ei derbyn.',
    correctionsGet: 'Lawrlwytho’r cywiriadau (CSV)',
    draftsTitle: 'Drafftiau o’r ffynhonnell hon',
    draftsWords: 'Nid oes neb yn eu gweld nes i chi eu cyhoeddi.',
    draftsLook: (count) => `Edrych drwyddynt (${n(count)})`,
    runs: 'Rhediadau, y diweddaraf yn gyntaf',
    runsNone: 'Ni chafodd ei darllen erioed.',
    runsOlder: 'Rhediadau hŷn',
    done: {
      begun: 'Mae’n cael ei darllen. Llwythwch y dudalen hon eto i weld beth a ddaw.',
      busy: 'Mae’n cael ei darllen yn barod. Llwythwch y dudalen hon eto ymhen munud.',
    },
  },

  run,
  undo,

  drafts: {
    title: (source) => `Drafftiau: ${source}`,
    lead: (count) =>
      count === 0
        ? 'Nid oes drafftiau’n aros yma.'
        : `${drafts(count)} o’r ffynhonnell hon. Nid oes neb yn eu gweld nes i chi eu cyhoeddi.`,
    hint: 'Mae cofrestr yn gwybod am swyddfa, nid ble y rhoddir cymorth. Cyhoeddwch yr hyn y gall pobl fynd ato neu ei ffonio.',
    choose: 'Pa rai?',
    number: (id) => `Rhif ${id}`,
    publish: 'Cyhoeddi’r rhai a diciwyd',
    discard: 'Taflu’r rhai a diciwyd',
    edit: 'Ei newid yn gyntaf',
    next: 'Y rhai nesaf',
    first: 'Y rhai cyntaf',
    nothing: 'Ticiwch o leiaf un drafft',
    published: (count) => `Cyhoeddwyd ${drafts(count)}.`,
    discarded: (count) => `Taflwyd ${drafts(count)}.`,
    left: (count) => `Nid oedd modd gwneud ${n(count)}: newidiodd rhywun nhw yn y cyfamser.`,
  },

  listing: {
    back: 'Y ddesg',
    all: 'Popeth sy’n hysbys amdano',
    draft: 'Nid oes neb arall yn ei weld eto.',
    seen: 'Mae eich darlleniad o’r dudalen hon yn y cofnod penderfyniadau.',
    said: 'Pwy ddywedodd beth, a phryd',
    line: (who, day) => `${who}, ${day}`,
    otherwise: 'Dywed eraill',
    nothing: 'nid oes un',
    sources: 'Ei ffynonellau',
    sourceSays: (count, day) => `Yn dweud ${n(count)} rhan ohono, ddiwethaf ar ${day}`,
    noSource: 'Y grŵp sy’n cadw’r cofnod hwn. Nid oes rhestr y tu ôl iddo.',
    signals: 'Beth sy’n ei wneud yn amheus',
    signalsNone: 'Dim.',
    waits: 'Beth sy’n aros am y ddesg',
    waitsNone: 'Nid oes dim yn aros.',
    acts: 'Beth y gallwch ei wneud',
    edit: 'Newid y cofnod',
    history: 'Gweld ei hanes',
    page: 'Gweld beth mae pobl yn ei weld',
    preview: 'Gweld sut y bydd yn edrych',
    workers: 'Gweld beth mae gweithwyr cyswllt yn ei weld',
    record: 'Gweld y cofnod penderfyniadau',
    facts: 'Beth a ddangosir',
  },
}
