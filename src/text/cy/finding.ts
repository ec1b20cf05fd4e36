/** Yr un geiriau â finding.ts yn Saesneg. */
import type { finding as english } from '../en/finding.ts'
import { plural } from '../format.ts'

const CY = { lang: 'cy' } as const

export const finding: typeof english = {
  choices: {
    day: {
      mo: 'Dydd Llun',
      tu: 'Dydd Mawrth',
      we: 'Dydd Mercher',
      th: 'Dydd Iau',
      fr: 'Dydd Gwener',
      sa: 'Dydd Sadwrn',
      su: 'Dydd Sul',
    },
    time: { morning: 'Bore', afternoon: 'Prynhawn', evening: 'Gyda’r nos' },
    open: { now: 'Ar agor nawr' },
    how: {
      'in-person': 'Wyneb yn wyneb',
      phone: 'Dros y ffôn',
      video: 'Dros fideo',
      online: 'Ar-lein',
      'home-visit': 'Gartref',
      accompanied: 'Mae rhywun yn dod gyda chi',
    },
    cost: { free: 'Am ddim', donation: 'Rhodd', paid: 'Mae tâl' },
    join: {
      'turn-up': 'Dewch draw',
      book: 'Bwciwch le',
      'self-refer': 'Cyfeiriwch eich hun',
      referral: 'Drwy atgyfeiriad',
      gp: 'Gall meddyg teulu eich cyfeirio',
      'link-worker': 'Gall gweithiwr cyswllt eich cyfeirio',
      'social-care': 'Gall gofal cymdeithasol eich cyfeirio',
      professional: 'Gall unrhyw weithiwr proffesiynol eich cyfeirio',
    },
    room: { '1': 'Mae lle' },
    checked: { '1': 'Cadarnhawyd o fewn 6 mis' },
    who: { women: 'Menywod', men: 'Dynion', 'non-binary': 'Pobl anneuaidd', carers: 'Gofalwyr' },
  },
  here: 'ble rydych chi',
  fair: 'Yn uwch ar y rhestr heddiw: mae lle yma, ac anfonwyd llai o bobl yma yr wythnos hon nag i eraill.',
  cluster: (n, near) =>
    `${plural(n, { two: '# le', other: '# lle' }, CY)}${near === null ? '' : ` ger ${near}`}`,
  notes: {
    whereUnknown: (where) =>
      `Ni allem ddod o hyd i “${where}”. Rhowch gynnig ar god post, tref neu ardal. Daw’r canlyniadau hyn o bobman.`,
    whereLost: 'Ni allem ddod o hyd i’r lle hwn.',
    widened: 'Nid oes dim â phob gair yn union fel y teipioch. Dyma’r rhai agosaf.',
    needsPlace: 'I drefnu yn ôl pellter, dywedwch ble.',
  },
  ways: {
    wider: (miles) => `Chwiliwch o fewn ${miles}`,
    anywhere: 'Chwiliwch ym mhobman',
    noFilters: 'Heb unrhyw hidlydd',
    without: (label) => `Heb “${label}”`,
    withoutWhat: (what) => `Heb y geiriau “${what}”`,
    age: (age) => `Heb yr oedran ${age}`,
    wholeMap: 'Chwiliwch y tu allan i’r rhan hon o’r map',
  },
  problems: {
    unknown: (name) => `Does dim “${name}” i chwilio yn ei ôl.`,
    twice: (name) => `Mae “${name}” yno fwy nag unwaith. Rhowch ef unwaith.`,
    'too-long': (name) => `Mae “${name}” yn rhy hir. Defnyddiwch lai o eiriau.`,
    'not-text': (name) => `Mae “${name}” yn cynnwys arwyddion na ellir eu darllen. Teipiwch ef eto.`,
    'not-a-number': (name) => `Rhaid ysgrifennu “${name}” mewn ffigurau, megis 25.`,
    'out-of-range': (name) => `Mae “${name}” yn rhy fach neu’n rhy fawr.`,
    'not-a-choice': (name) => `Nid yw “${name}” yn un o’r dewisiadau sydd ar gael.`,
    missing: (name) => `Mae “${name}” ar goll.`,
    alone: (name) => `Mae hanner arall “${name}” ar goll: mae angen lat a lng ar bwynt.`,
  },
}
