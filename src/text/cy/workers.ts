/** Geiriau gweithwyr cyswllt, a'r llythyrau a ddaw ohonynt. */
import { plural } from '../format.ts'
import type { workers as english } from '../en/workers.ts'

const CY = { lang: 'cy' } as const
const pobl = (n: number) => plural(n, { one: '# person', two: '# berson', other: '# o bobl' }, CY)
const nodiadau = (n: number) =>
  plural(n, { one: '# nodyn', two: '# nodyn', few: '# nodyn', many: '# nodyn', other: '# nodyn' }, CY)

export const workers: typeof english = {
  title: 'I weithwyr cyswllt',
  lead: 'Dewch o hyd i’r grŵp cywir i’r person o’ch blaen. Helpwch i gadw’r hyn sydd yma’n gywir.',
  can: 'Beth allwch chi ei wneud yma',
  canList: [
    [
      'Gweld mwy wrth chwilio',
      'Rhifau ar gyfer cyfeirio, am ba hyd y bydd yr arian yn para, a faint a gyfeiriwyd at grŵp.',
    ],
    ['Dweud beth a glywsoch', 'Ffonioch chi grŵp? Deg eiliad, ac mae pawb yn gweld bod rhywun wedi gwirio.'],
    ['Gadael nodyn i gydweithwyr', 'Mae’n dod i ben ohono’i hun, fel na fydd hen stori’n aros.'],
    ['Cadw chwiliad', 'Bydd un e-bost yr wythnos yn dweud beth sydd wedi newid.'],
    ['Gweld pwy i’w ffonio nesaf', 'Y cofnodion yn eich ardal sydd heb eu gwirio ers hiraf.'],
  ],
  signIn: 'Mewngofnodi',
  howIn: 'Sut i ymuno',
  howInWords: 'Gofynnwch i dîm y cyfeiriadur. Dywedwch ble rydych yn gweithio a pha ardal sydd gennych.',
  notOne: 'Rydych wedi mewngofnodi, ond nid fel gweithiwr cyswllt.',
  area: (names) => `Eich ardal: ${names}`,
  everywhere: 'Eich ardal: y cyfeiriadur cyfan',
  searchLabel: 'Beth fyddai’n helpu?',
  whereLabel: 'Ble?',
  search: 'Chwilio',

  see: 'Gweld yr hyn mae gweithwyr cyswllt yn ei weld',
  private: 'Dim ond gweithwyr cyswllt, cyrff cymorth a thîm y cyfeiriadur sy’n gweld y dudalen hon.',
  publicPage: 'Gweld yr hyn mae pobl yn ei weld',
  pointedWeek: (n) =>
    n === 0 ? 'Ni chyfeiriwyd neb yma yr wythnos hon' : `Cyfeiriwyd ${pobl(n)} yma yr wythnos hon`,
  pointedMonth: (n) =>
    n === 0 ? 'Ni chyfeiriwyd neb yma y mis hwn.' : `Cyfeiriwyd ${pobl(n)} yma y mis hwn.`,
  notesCount: (n) => `${nodiadau(n)} gan gydweithwyr`,
  fundingEnds: (day) => `Wedi’i gyllido tan ${day}`,

  feedback: {
    pointed: (n) =>
      n === 0
        ? 'Ni chyfeiriodd gweithwyr cyswllt neb atoch y mis hwn.'
        : `Cyfeiriwyd ${pobl(n)} atoch y mis hwn.`,
    full: (n) =>
      plural(
        n,
        {
          one: 'Mae # cofnod tebyg i’ch un chi yn llawn.',
          two: 'Mae # gofnod tebyg i’ch un chi yn llawn.',
          other: 'Mae # o gofnodion tebyg i’ch un chi yn llawn.',
        },
        CY,
      ),
    noneFull: 'Nid oes cofnod tebyg i’ch un chi yn dweud ei fod yn llawn.',
  },

  rang: {
    title: 'A wnaethoch chi ffonio?',
    heard: 'Ffonio heddiw? Beth glywsoch chi?',
    choices: {
      running: ['Mae’n rhedeg', 'mae’r hyn sydd yma’n gywir'],
      changed: ['Mae rhywbeth wedi newid', 'dywedwch beth: bydd tîm y cyfeiriadur yn ei gywiro'],
      full: ['Mae’n llawn', 'neu mae rhestr aros'],
      'no-answer': ['Nid atebodd neb', ''],
      ended: ['Mae wedi dod i ben', 'bydd tîm y cyfeiriadur yn edrych i mewn iddo'],
    },
    words: 'Un frawddeg',
    wordsHint: 'Gall y grŵp a thîm y cyfeiriadur ei darllen. Dim byd am y person rydych yn ei helpu.',
    more: 'Llawn tan ba bryd, hyd yr aros, sut y clywsoch',
    until: 'Llawn tan',
    weeks: 'Wythnosau o aros',
    how: 'Sut y clywsoch chi?',
    hows: { phone: 'Ar y ffôn', visit: 'Roeddwn i yno', form: 'Mewn neges' },
    save: 'Cadw',
    today: 'Ffoniais heddiw',
    saved: {
      running: 'Diolch. Mae pobl nawr yn gweld bod gweithiwr cyswllt wedi’i gadarnhau heddiw.',
      full: 'Diolch. Mae pobl nawr yn gweld ei fod yn llawn.',
      changed: 'Diolch. Bydd tîm y cyfeiriadur yn ei gywiro.',
      'no-answer': 'Diolch. Nodwyd na wnaeth neb ateb.',
      ended: 'Diolch. Bydd tîm y cyfeiriadur yn edrych i mewn iddo.',
    },
    told: 'Bydd y grŵp yn clywed amdano, a gall ei gywiro.',
    stale:
      'Newidiwyd y cofnod hwn tra oeddech yn edrych arno. Darllenwch ef eto, yna dywedwch beth glywsoch.',
    wrongHeard: 'Dewiswch beth glywsoch chi',
    wrongWords: 'Dywedwch mewn dim mwy na 300 o lythrennau beth glywsoch',
    wrongChanged: 'Dywedwch beth sydd wedi newid',
    wrongUntil: 'Rhowch ddiwrnod o fewn blwyddyn i heddiw, neu gadewch ef allan',
    wrongWeeks: 'Rhowch yr wythnosau fel rhif o 0 i 104, neu gadewch nhw allan',
  },

  point: {
    title: 'Wedi cyfeirio rhywun yma?',
    button: 'Cyfeiriais rywun yma',
    hint: 'Rydym yn cyfrif faint mewn wythnos, unwaith y dydd gan bob gweithiwr cyswllt. Nid ydym yn cadw dim am neb.',
    done: 'Wedi’i gyfrif.',
    again: 'Rydych wedi dweud hynny heddiw eisoes. Mae’n cyfrif unwaith y dydd.',
    undo: 'Ei dynnu’n ôl',
    undone: 'Wedi’i dynnu’n ôl.',
  },

  ask: {
    title: 'Pwy i’w holi',
    hidden: 'heb ei ddangos i’r cyhoedd',
    referral: 'Sut i gyfeirio',
    mail: 'E-bost',
    none: 'Nid oes rhif ffôn yn hysbys.',
  },
  room: {
    title: 'Lle i bobl newydd',
    history: 'Beth a ddywedwyd o’r blaen',
    none: 'Nid oes neb wedi dweud dim am le eto.',
    by: (who, day) => `${who}, ${day}`,
    who: {
      group: 'y grŵp',
      umbrella: 'corff cymorth lleol',
      desk: 'tîm y cyfeiriadur',
      'link-worker': 'gweithiwr cyswllt',
      source: 'cyfeiriadur arall',
    },
  },
  money: { title: 'Cyllid', none: 'Nid oes dim yn hysbys am ei gyllid.' },

  notes: {
    title: 'Nodiadau gan gydweithwyr',
    none: 'Nid oes cydweithiwr wedi gadael nodyn.',
    by: (role, day, until) => `${role}, ${day}. Dangosir tan ${until}.`,
    roles: {
      'link-worker': 'Cydweithiwr',
      umbrella: 'Corff cymorth lleol',
      desk: 'Tîm y cyfeiriadur',
      administrator: 'Tîm y cyfeiriadur',
      group: 'Y grŵp',
    },
    add: 'Gadael nodyn',
    words: 'Eich nodyn',
    hint: 'Dim byd am gleient: dim enw, dim stori, dim iechyd. Bydd cydweithwyr yn eich ardal yn ei ddarllen.',
    until: 'Ei ddangos tan',
    untilHint: 'Dim mwy na 90 diwrnod o heddiw',
    save: 'Cadw’r nodyn',
    end: 'Dod â’r nodyn hwn i ben',
    saved: 'Mae eich nodyn wedi’i gadw.',
    ended: 'Mae’r nodyn wedi dod i ben.',
    wrongWords: 'Ysgrifennwch nodyn o ddim mwy na 500 o lythrennau',
    wrongUntil: 'Rhowch ddiwrnod o fewn y 90 diwrnod nesaf',
  },

  group: {
    title: 'Y grŵp yn dweud wrth weithwyr cyswllt',
    ask: 'Beth ddylai gweithwyr cyswllt ei wybod?',
    words: 'Eich geiriau',
    tell: 'Dweud rhywbeth wrth weithwyr cyswllt',
    change: 'Ei newid',
    hint: 'Un neu ddwy frawddeg. Dim ond gweithwyr cyswllt a thîm y cyfeiriadur sy’n ei darllen. Daw i ben ar ôl 90 diwrnod.',
    example: 'Er enghraifft: “Ffoniwch cyn 11. Diolch am y chwe pherson a anfonoch atom y mis hwn.”',
    save: 'Cadw',
    saved: 'Mae gweithwyr cyswllt yn gweld hwn nawr.',
    end: 'Ei dynnu i ffwrdd',
    ended: 'Nid yw gweithwyr cyswllt yn ei weld mwyach.',
    until: (day) => `Dangosir tan ${day}.`,
    now: (until) => `Mae gweithwyr cyswllt yn gweld hwn tan ${until}:`,
    wrong: 'Ysgrifennwch ddim mwy na 300 o lythrennau',
    back: 'Yn ôl i’ch cofnod',
  },

  ring: {
    title: 'Pwy i’w ffonio nesaf',
    lead: 'Y rhain sydd angen galwad fwyaf. Cymerwch un, ffoniwch, a dywedwch beth glywsoch.',
    none: 'Nid oes angen galwad ar neb ar hyn o bryd. Diolch.',
    nobody: 'Nid oes rhif ffôn. Rhowch gynnig ar yr e-bost, neu gofynnwch i dîm y cyfeiriadur.',
    take: 'Fe ffonia i’r un hwn',
    free: 'Ei adael i rywun arall',
    mine: (time) => `Eich un chi tan ${time}`,
    taken: (time) => `Mae cydweithiwr yn ffonio’r un hwn, tan ${time}`,
    takenNow: 'Roedd cydweithiwr yn gyflymach gyda’r un hwn. Cymerwch un arall.',
    all: 'Gweld pwy i’w ffonio nesaf',
    facts: 'Beth sydd yma',
  },

  searches: {
    title: 'Chwiliadau wedi’u cadw',
    lead: 'Unwaith yr wythnos bydd un e-bost yn dweud beth sydd wedi newid ynddynt. Dim newid: dim e-bost.',
    none: 'Nid oes gennych chwiliad wedi’i gadw eto. Chwiliwch, yna pwyswch “Cadw’r chwiliad hwn”.',
    save: 'Cadw’r chwiliad',
    saveThis: 'Cadw’r chwiliad hwn',
    name: 'Enw iddo',
    nameHint: 'I chi yn unig. Nid enw cleient.',
    saved: 'Wedi’i gadw. Daw’r e-bost cyntaf pan fydd rhywbeth wedi newid.',
    forget: 'Ei anghofio',
    forgotten: 'Wedi’i anghofio. Nid oes dim ohono ar ôl.',
    keep: 'Dim ond chi all weld y rhain. Fe’u cedwir dan sêl, ac maent yn mynd pan fyddwch yn eu hanghofio.',
    many: 'Mae gennych 20 chwiliad wedi’u cadw. Anghofiwch un yn gyntaf.',
    wrongName: 'Rhowch enw iddo o ddim mwy nag 80 o lythrennau',
    wrongQuery: 'Ni ellir cadw’r chwiliad hwn. Chwiliwch eto, yna ei gadw.',
    change: 'Newid eich chwiliadau wedi’u cadw',
  },

  unmet: {
    title: 'Ei angen, ond heb ei ganfod',
    lead: 'Mae hyn yn dweud wrth dîm y cyfeiriadur beth sydd ar goll ac ymhle. Ni chedwir dim am y person.',
    need: 'Beth oedd ei angen?',
    choose: 'Dewiswch un',
    where: 'Ble?',
    whereHint: 'Hanner cyntaf cod post, fel M33. Gallwch adael hwn allan.',
    wrongWhere: 'Rhowch hanner cyntaf cod post, fel M33, neu gadewch ef allan',
    save: 'Ei gyfrif',
    wrong: 'Dewiswch beth oedd ei angen',
  },

  letters: {
    confirmed: {
      subject: (listing) => `Ydy hyn yn gywir? ${listing}`,
      who: {
        'link-worker': 'gweithiwr cyswllt',
        umbrella: 'corff cymorth lleol',
        desk: 'tîm y cyfeiriadur',
      },
      how: {
        phone: (who, day) => `Ffoniodd ${who} ar ${day}.`,
        visit: (who, day) => `Roedd ${who} gyda chi ar ${day}.`,
        form: (who, day) => `Clywodd ${who} gennych ar ${day}.`,
      },
      heard: {
        running: 'Clywsant ei fod yn rhedeg, a bod yr hyn sydd yn y cyfeiriadur yn gywir.',
        full: (room) => `Clywsant am le i bobl newydd: “${room}”.`,
        changed: 'Clywsant fod rhywbeth wedi newid.',
        ended: 'Clywsant ei fod wedi dod i ben.',
      },
      wrote: (words) => `Ysgrifenasant: “${words}”`,
      ask: 'Ydy hynny’n gywir?',
      button: 'Ei weld a’i gywiro',
      right: 'Os yw’n gywir, nid oes angen gwneud dim.',
    },
    changed: {
      subject: 'Beth sydd wedi newid yn eich chwiliadau',
      lead: 'Dyma beth newidiodd yn ystod yr wythnos ddiwethaf.',
      is: {
        found: (name) => `Newydd: ${name}`,
        ended: (name) => `Wedi dod i ben: ${name}`,
        full: (name) => `Yn llawn nawr: ${name}`,
        room: (name) => `Lle eto: ${name}`,
        lapsed: (name) => `Nid oes neb wedi’i gadarnhau’n ddiweddar: ${name}`,
      },
      more: (n) => `ac ${n} arall`,
      button: 'Gweld eich chwiliadau',
      why: 'Rydych yn cael y llythyr hwn am ichi gadw chwiliad yma.',
    },
  },
}
