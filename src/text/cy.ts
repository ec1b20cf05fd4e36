/** Every word a person reads, in Welsh. The keys are those of en.ts: the type holds them. */
import type { Text } from './en.ts'
import { miles, money, plural } from './format.ts'
import { soft } from './welsh.ts'
import { desk } from './cy/desk.ts'
import { editing } from './cy/editing.ts'
import { finding } from './cy/finding.ts'
import { gaps } from './cy/gaps.ts'
import { funding } from './cy/funding.ts'
import { fundingEnds } from './cy/funding-ends.ts'
import { groups } from './cy/groups.ts'
import { keepers } from './cy/keepers.ts'
import { letters } from './cy/letters.ts'
import { mail } from './cy/mail.ts'
import { reports } from './cy/reports.ts'
import { schedule } from './cy/schedule.ts'
import { sources } from './cy/sources.ts'
import { umbrella } from './cy/umbrella.ts'
import { pages } from './cy/pages.ts'
import { signIn } from './cy/sign-in.ts'
import { privateWords } from './cy/private.ts'
import { workers } from './cy/workers.ts'
import { reviews } from './cy/reviews.ts'
import { why } from './cy/why.ts'

const CY = { lang: 'cy' } as const
const wythnosau = (n: number) =>
  plural(
    n,
    { one: '# wythnos', two: '# wythnos', few: '# wythnos', many: '# wythnos', other: '# wythnos' },
    CY,
  )
const misoedd = (n: number) => plural(n, { two: '# fis', other: '# mis' }, CY)

export const cy: Text = {
  lang: 'cy',
  language: 'Cymraeg',

  clock: { midday: 'hanner dydd', midnight: 'hanner nos', span: (from, to) => `${from} i ${to}` },

  standing: {
    confirmed: {
      group: 'Cadarnhawyd gan y grŵp',
      umbrella: 'Cadarnhawyd gan gorff cymorth lleol',
      desk: 'Cadarnhawyd gan dîm y cyfeiriadur',
      'link-worker': 'Cadarnhawyd gan weithiwr cyswllt',
      source: (who) => `Cadarnhawyd gan ${who}`,
      'a-source': 'Cadarnhawyd gan gyfeiriadur arall',
    },
    due: (confirmed, ago) => `${confirmed} ${ago}.`,
    checkFirst: 'Holwch cyn mynd',
    ringFirst: 'Ffoniwch yn gyntaf',
    notSince: (month) => `Nid oes neb wedi cadarnhau hyn ers mis ${month}.`,
    never: 'Nid oes neb wedi cadarnhau hyn eto.',
    likelyEnded: 'Efallai fod hyn wedi dod i ben.',
    mayBeWrong: 'Efallai fod rhywbeth yma yn anghywir.',
    why: {
      bounced: 'Mae e-byst at y grŵp yn dod yn ôl',
      'dead-link': 'Mae ei wefan wedi diflannu',
      'removed-from-register': 'Nid yw’r grŵp ar ei gofrestr mwyach',
      merged: 'Mae’r gofrestr elusennau’n dweud iddo ddod yn rhan o grŵp arall',
      dissolved: 'Mae’r gofrestr yn dweud bod y grŵp wedi’i ddirwyn i ben',
      insolvent: 'Mae’r gofrestr yn dweud na all y grŵp dalu ei ddyledion',
      'accounts-overdue': 'Mae’r gofrestr yn dweud bod cyfrifon y grŵp yn hwyr',
      'reported-closed': 'Dywedodd rhywun wrthym ei fod wedi cau',
      'reported-wrong': 'Dywedodd sawl un hynny wrthym',
      'missing-from-source': 'Nid yw mwyach yn y rhestr y daeth ohoni',
      'rang-no-answer': 'Nid oes neb yn ateb y ffôn',
    },
    ended: 'Mae hyn wedi dod i ben.',
    endedOn: (day) => `Daeth i ben ar ${day}`,
  },

  capacity: {
    open: 'Lle i bobl newydd',
    waiting: (weeks) => (weeks === null ? 'Rhestr aros' : `Rhestr aros, tua ${wythnosau(weeks)}`),
    waitingSoon: 'Rhestr aros, llai nag wythnos',
    full: 'Llawn',
    fullUntil: (day) => `Llawn tan ${day}`,
    paused: 'Wedi oedi',
    pausedUntil: (day) => `Wedi oedi tan ${day}`,
    unknown: 'Ddim yn hysbys a oes lle: gofynnwch iddyn nhw',
    said: (ago) => `dywedwyd ${ago}`,
    saidBy: {
      group: (ago) => `dywedodd y grŵp ${ago}`,
      umbrella: (ago) => `dywedodd corff cymorth lleol ${ago}`,
      desk: (ago) => `dywedodd tîm y cyfeiriadur ${ago}`,
      'link-worker': (ago) => `dywedodd gweithiwr cyswllt ${ago}`,
      source: (ago) => `dywedodd cyfeiriadur arall ${ago}`,
    },
    bySession: (days, state) => `${days}: ${state}`,
    trend: (full, of) => `Yn llawn mewn ${full} o’r ${misoedd(of)} diwethaf`,
    neverFull: (of) => `Heb fod yn llawn yn y ${misoedd(of)} diwethaf`,
    reopens: (weeks) => `Fel arfer mae lle eto ar ôl ${wythnosau(weeks)}`,
    noTrend: 'Nid oes digon wedi’i ddweud eto i gyfrif misoedd.',
    trendHead: 'Lle dros amser',
    intake: (perMonth, pointed) =>
      `Gallant gymryd tua ${perMonth} o bobl newydd y mis. ${pointed === 0 ? 'Ni chyfeiriwyd neb yma y mis hwn.' : `Cyfeiriwyd neu rhoddwyd ${pointed} ar restr fer y mis hwn.`}`,
    intakeFull: 'Dyna gymaint ag y gallant eu cymryd: ffoniwch yn gyntaf.',
  },

  schedule,

  facts: {
    free: 'Am ddim',
    donation: 'Rhodd',
    donationOf: (pence) => `Rhodd, awgrymir ${money(pence, CY)}`,
    paid: 'Mae tâl',
    amount: (pence) => `${money(pence, CY)} y sesiwn`,
    join: {
      'turn-up': 'Dewch draw',
      book: 'Archebwch le',
      'self-refer': 'Cyfeiriwch eich hun',
      referral: 'Rhaid i rywun eich cyfeirio',
    },
    referrer: {
      gp: 'meddyg teulu',
      'link-worker': 'gweithiwr cyswllt',
      'social-care': 'gweithiwr cymdeithasol',
      professional: 'gweithiwr proffesiynol',
    },
    canRefer: (who) => `Gall ${who} eich cyfeirio`,
    mustRefer: (who) => `Rhaid i ${soft(who)} eich cyfeirio`,
    anybody: 'Unrhyw un',
    people: 'Pobl',
    girls: 'Merched',
    boys: 'Bechgyn',
    gender: { women: 'Menywod', men: 'Dynion', 'non-binary': 'Pobl anneuaidd' },
    age: {
      over: (who, age) => `${who} dros ${age} oed`,
      under: (who, age) => `${who} dan ${age} oed`,
      between: (who, from, to) => `${who} ${from} i ${to} oed`,
      exactly: (who, age) => `${who} ${age} oed`,
    },
    adults: 'Oedolion',
    children: 'Plant',
    youngPeople: 'Pobl ifanc',
    carers: 'Gofalwyr',
    whoCare: (who) => `${who} sy’n ofalwyr`,
    living: (who, conditions) => `${who} sy’n byw gyda’r canlynol: ${conditions}`,
    livingAndCarers: (who, conditions) => `${who} sy’n byw gyda’r canlynol, a’u gofalwyr: ${conditions}`,
    especially: (who, communities) => `${who}: ${communities}`,
    serves: {
      anyone: 'Unrhyw un, ble bynnag maen nhw’n byw',
      country: (name) => `Ar gyfer ${name} gyfan`,
      all: (name) => `Ar gyfer ${name} i gyd`,
      areas: (names) => `Ar gyfer ${names}`,
      areasMany: (names, more) => `Ar gyfer ${names} a ${more} ardal arall`,
      areasUnnamed: 'Ar gyfer rhai ardaloedd yn unig: gofynnwch',
      postcodes: (starts) => `Ar gyfer codau post sy’n dechrau â ${starts}`,
      postcodesMany: (starts, more) => `Ar gyfer codau post sy’n dechrau â ${starts} a ${more} arall`,
      radius: (n) => `O fewn ${miles(n, CY)}`,
      practices: (names) => `Cleifion ${names}`,
      practicesUnnamed: 'Cleifion rhai meddygfeydd: gofynnwch',
    },
    country: {
      GB: 'Prydain Fawr',
      UK: 'y Deyrnas Unedig',
      EN: 'Lloegr',
      WA: 'Cymru',
      SC: 'Yr Alban',
      NI: 'Gogledd Iwerddon',
    },
  },

  editing,
  finding,
  why,
  funding,
  fundingEnds,
  gaps,
  groups,
  pages,
  letters,
  mail,
  private: privateWords,
  signIn,
  keepers,
  umbrella,
  desk,
  reports,
  workers,
  reviews,
  sources,
}
