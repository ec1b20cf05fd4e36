/** Ffynonellau a'u rhediadau, fel y mae'r ddesg yn eu darllen; ac o ble y daw geiriau cofnod. */
import type { sources as english } from '../en/sources.ts'
import { number, plural } from '../format.ts'

const cy = { lang: 'cy' } as const
const n = (count: number) => number(count, cy)
const listings = (count: number) => plural(count, { two: '# gofnod', other: '# cofnod' }, cy)
const rows = (count: number) => plural(count, { two: '# res', other: '# rhes' }, cy)
const drafts = (count: number) => plural(count, { two: '# ddrafft', other: '# drafft' }, cy)
const grants = (count: number) => plural(count, { one: '# grant', two: '# grant', other: '# grant' }, cy)
const signals = (count: number) => plural(count, { one: '# arwydd', two: '# arwydd', other: '# arwydd' }, cy)

export const sources: typeof english = {
  title: 'Ffynonellau',
  lead: 'O ble y mae’r cyfeiriadur yn darllen. Y rhai mewn trafferth sydd gyntaf.',
  none: 'Nid oes dim wedi’i ddarllen eto.',
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
    week: (weekday, time) => `Caiff ei darllen bob ${weekday} am ${time}`,
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
    poor: 'Darllenwyd hi, gyda llawer o broblemau',
  },
  failedTimes: (times) =>
    times === 1
      ? 'y tro diwethaf'
      : plural(times, { two: '# waith yn olynol', other: '# gwaith yn olynol' }, cy),
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
    live: (count) => plural(count, { one: '# grant byw', two: '# grant byw', other: '# grant byw' }, cy),
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
    page: 'Ei thudalen ei hun',
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
    corrections: 'Beth a gywirodd grwpiau',
    correctionsNone: 'Nid oes dim yn aros i’w anfon yn ôl at ei chyhoeddwr.',
    correctionsWait: (count) =>
      `${plural(count, { two: '# beth', other: '# peth' }, cy)} a gywirodd grwpiau ers hynny, i’w hanfon yn ôl.`,
    correctionsWords: 'Mae gan y ffeil golofnau’r ffynhonnell, fel y gall ei chyhoeddwr ei derbyn.',
    correctionsGet: 'Lawrlwytho’r cywiriadau (CSV)',
    draftsTitle: 'Drafftiau’r gofrestr hon',
    draftsWords: 'Gwnaed nhw o’r gofrestr. Nid oes neb yn eu gweld nes i chi eu cyhoeddi.',
    draftsLook: 'Edrych drwyddynt',
    runs: 'Rhediadau, y diweddaraf yn gyntaf',
    runsNone: 'Ni chafodd ei darllen erioed.',
    runsOlder: 'Rhediadau hŷn',
    done: {
      begun: 'Mae’n cael ei darllen. Llwythwch y dudalen hon eto i weld beth a ddaw.',
      busy: 'Mae’n cael ei darllen yn barod. Llwythwch y dudalen hon eto ymhen munud.',
    },
    cannot: 'Ni ellid ei darllen. Ni newidiwyd dim.',
  },

  run: {
    title: (source, at) => `${source}, darllenwyd ar ${at}`,
    back: (source) => `Yn ôl i ${source}`,
    why: 'Pam y’i gwrthodwyd',
    whyFailed: 'Beth aeth o’i le',
    accept: 'Derbyn y golled a’i redeg eto',
    acceptWords: 'Dim ond os yw’r ffynhonnell yn gyfan. Bydd yr hyn a aeth ar goll; ni ddilëir dim.',
    byCommand: 'Os yw’r ffeil yn gyfan, mae pwy bynnag sy’n rhedeg y rhaglen yn teipio:',
    undo: 'Tynnu’r rhediad hwn yn ôl',
    undone: 'Tynnwyd y rhediad hwn yn ôl. Mae’r hyn a ddywedodd wedi mynd.',
    stays: 'Beth sy’n aros',
    staysWords: (count) => `Newidiodd pobl ${listings(count)} ers hynny. Mae eu geiriau’n aros.`,
    staysMore: (count) => `a ${n(count)} arall`,
    counts: 'Beth a ddaeth ohono',
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
      all: 'Popeth a wnaeth y rhediad, yn nhrefn y ffynhonnell.',
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
    new: 'Mae’r ffynhonnell nawr yn dweud',
    shownNow: 'Dangosir',
    nothingThere: 'dim byd',
    unreadable: 'ni ellir ei ddangos',
    saidOld: (who, day) => `dywedwyd gan ${who}, ${day}`,
    same: 'Mae’r hyn a ddangosir yn aros fel y mae.',
    problemHead: {
      row: 'Rhes',
      field: 'Maes',
      value: 'Gwerth',
      problem: 'Y broblem',
      did: 'Beth a wnaed',
    },
    hidden: 'Nid yw’n gyhoeddus. Gwelwch dudalen y cofnod.',
    gone: 'Cofnod sydd wedi mynd',
    waits: 'Mae’n aros yn y ddesg',
    seeMatter: 'Penderfynu arno',
    register: 'Am y gofrestr',
    registerRead: (count, matched) =>
      `Darllenwyd ${rows(count)}. Mae’r cyfeiriadur yn adnabod ${n(matched)} o’r grwpiau hyn.`,
    registerSaid: (removed, merged, raised) =>
      `Tynnwyd ${n(removed)} ohonynt, unwyd ${n(merged)}. Codwyd ${signals(raised)}.`,
    grants: 'Am y grantiau',
    grantsRead: (count, individuals, live) =>
      `Darllenwyd ${grants(count)}, ${n(live)} ohonynt yn fyw. Gadawyd allan ${n(individuals)} i unigolion.`,
    grantsMatched: (byId, byName, unmatched) =>
      `Mae ${n(byId)} yn perthyn i grwpiau yma yn ôl eu rhif. Efallai ${n(byName)}, yn ôl enw. Nid yw ${n(unmatched)} yn perthyn i un.`,
  },

  undo: {
    title: 'Tynnu’r rhediad hwn yn ôl?',
    lead: 'Bydd popeth a ddywedodd y rhediad hwn yn mynd yn ôl i’r hyn oedd yno o’i flaen.',
    will: 'Beth fydd yn digwydd',
    added: (count) =>
      `Bydd ${listings(count)} y soniodd y rhediad hwn yn unig amdanynt yn troi’n ddrafftiau. Ni fydd neb yn eu gweld wedyn.`,
    changed: (count) => `Caiff ${listings(count)} eu geiriau blaenorol yn ôl.`,
    missing: (count) => `Ni fydd ${listings(count)} wedi’u nodi ar goll mwyach.`,
    said: 'Mae’r hyn a ddywedodd ar ddiwrnod yn mynd hefyd: cadarnhad, arian, arwyddion.',
    stays: (count) =>
      count === 0
        ? 'Nid oes neb wedi newid dim ohono ers hynny.'
        : `Newidiodd pobl ${listings(count)} ers hynny. Mae eu geiriau’n aros.`,
    again: 'O ddarllen yr un ffeil eto, daw’r cyfan yn ôl.',
    long: 'Mae rhediad o filoedd o resi’n cymryd rhai eiliadau. Pwyswch y botwm unwaith.',
    button: 'Ei dynnu’n ôl',
    cancel: 'Ei adael fel y mae',
    cannot: 'Ni ellir tynnu’r rhediad hwn yn ôl: nid oedd ar waith, neu tynnwyd ef yn ôl o’r blaen.',
  },

  drafts: {
    title: (source) => `Drafftiau: ${source}`,
    lead: (count) =>
      count === 0
        ? 'Nid oes drafftiau’n aros yma.'
        : `${drafts(count)} o’r gofrestr hon. Nid oes neb yn eu gweld nes i chi eu cyhoeddi.`,
    hint: 'Mae cofrestr yn gwybod am swyddfa, nid ble y rhoddir cymorth. Cyhoeddwch yr hyn y gall pobl fynd ato neu ei ffonio.',
    choose: 'Pa rai?',
    number: (id) => `Rhif ${id}`,
    publish: 'Cyhoeddi’r rhai a diciwyd',
    discard: 'Taflu’r rhai a diciwyd',
    edit: 'Ei newid yn gyntaf',
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
    guessed: 'wedi’i ddyfalu o’i eiriau',
    phone: 'dros y ffôn',
    otherwise: 'Dywed eraill',
    nothing: 'nid oes un',
    sources: 'Ei ffynonellau',
    sourceSays: (count, day) =>
      `${plural(count, { two: '# faes', other: '# maes' }, cy)}, dywedwyd ddiwethaf ${day}`,
    noSource: 'Y grŵp sy’n cadw’r cofnod hwn. Nid oes rhestr y tu ôl iddo.',
    missing: (day) => `Ar goll ohoni ers ${day}`,
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
    split: 'Ei hollti: mae dau beth yma fel un',
    record: 'Gweld y cofnod penderfyniadau',
    facts: 'Beth a ddangosir',
  },
}
