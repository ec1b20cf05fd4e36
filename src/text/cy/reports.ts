/** "Rhywbeth o'i le?": yr hyn y gall unrhyw un ei ddweud am gofnod, a'r llythyrau sy'n dilyn. */
import type { reports as english } from '../en/reports.ts'
import { plural } from '../format.ts'

const cy = { lang: 'cy' } as const

export const reports: typeof english = {
  title: 'Rhywbeth o’i le?',
  about: (name) => `Dywedwch wrthym am ${name}. Nid oes angen cyfrif.`,
  what: 'Beth sydd o’i le?',
  whats: {
    closed: 'Mae wedi cau',
    moved: 'Mae wedi symud',
    full: 'Mae’n llawn',
    number: 'Mae’r rhif neu’r cyfeiriad yn anghywir',
    other: 'Rhywbeth arall',
  },
  words: 'Beth wyddoch chi?',
  wordsHint: 'Un frawddeg. Peidiwch ag enwi neb.',
  tell: 'Eich e-bost, os ydych am glywed beth wnaethom ni',
  tellHint: 'Ysgrifennwn atoch unwaith. Yna dilëwn eich cyfeiriad.',
  empty: 'Gadewch hwn yn wag',
  send: 'Anfon',
  orRing: (phone) => `Neu ffoniwch ${phone}.`,
  danger: 'A oes rhywun mewn perygl? Ffoniwch 999 nawr. Nid oes neb yn darllen y dudalen hon yn y nos.',
  errors: {
    what: 'Dewiswch beth sydd o’i le',
    words: (max) => `Defnyddiwch ${max} llythyren neu lai`,
    other: 'Dywedwch mewn brawddeg beth sydd o’i le',
    tell: 'Ysgrifennwch e-bost fel enw@example.org, neu gadewch ef yn wag',
    early: 'Roedd hynny’n gyflym iawn. Edrychwch eto, yna pwyswch Anfon eto.',
    old: 'Bu’r dudalen hon ar agor yn rhy hir. Pwyswch Anfon eto.',
  },
  limited: (minutes) =>
    `Daeth llawer o adroddiadau o’ch lle chi. Ceisiwch eto ymhen ${plural(minutes, { two: '# funud', other: '# munud' }, cy)}, neu ffoniwch ni.`,
  thanks: 'Diolch',
  thanksWords: (days) =>
    `Edrychwn arno o fewn ${plural(days, { one: '# diwrnod', two: '# ddiwrnod', other: '# diwrnod' }, cy)}. Gofynnwn hefyd i’r rhai sy’n ei redeg.`,
  thanksTell: 'Os gadawsoch gyfeiriad, dywedwn wrthych beth wnaethom ni.',
  back: (name) => `Yn ôl i ${name}`,
  wrongTell: 'Dywedwch wrthym beth sydd o’i le',
  short: {
    closed: 'ei fod wedi cau',
    moved: 'ei fod wedi symud',
    full: 'ei fod yn llawn',
    number: 'bod rhif neu gyfeiriad yn anghywir',
    other: 'bod rhywbeth o’i le',
  },
  heardLetter: {
    subject: (listing) => `A yw hwn yn dal yn gywir? ${listing}`,
    said: {
      closed: (listing) => `Mae rhywun yn dweud bod ${listing} wedi cau. A yw hynny’n wir?`,
      moved: (listing) => `Mae rhywun yn dweud bod ${listing} wedi symud. A yw hynny’n wir?`,
      full: (listing) => `Mae rhywun yn dweud bod ${listing} yn llawn. A yw hynny’n wir?`,
      number: (listing) =>
        `Mae rhywun yn dweud bod rhif neu gyfeiriad ${listing} yn anghywir. A yw hynny’n wir?`,
      other: (listing) => `Mae rhywun yn dweud bod rhywbeth am ${listing} o’i le. A yw popeth yn iawn?`,
    },
    ask: 'Chi sy’n gwybod orau. Mae’n cymryd llai na munud.',
    button: 'Dweud sut mae pethau',
    why: (name) => `Cewch y llythyr hwn am mai chi sy’n cadw’r cofnod hwn ar ${name}.`,
  },
  outcomeLetter: {
    subject: (listing) => `Beth wnaethom ni: ${listing}`,
    thanks: (listing, what) => `Dywedoch wrthym am ${listing}: ${what}. Diolch.`,
    decided: {
      right: 'Edrychom arno. Hyd y gwyddom, mae’r hyn sydd yno’n gywir.',
      'put-right': 'Edrychom arno, a’i gywiro.',
      ended: 'Roeddech yn iawn: mae wedi dod i ben. Mae’r dudalen yn dweud hynny nawr.',
    },
    look: 'Edrych ar y dudalen',
    gone: 'Rydym wedi dileu eich cyfeiriad o’ch adroddiad. Ni chlywch fwy gennym amdano.',
  },
}
