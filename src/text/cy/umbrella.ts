/** Cyrff ymbarél: maent yn cefnogi grwpiau, ac yn cadw cofnodion y rhai a’u derbyniodd. */
import { plural } from '../format.ts'
import type { umbrella as english } from '../en/umbrella.ts'

const CY = { lang: 'cy' } as const
const cofnodion = (n: number) =>
  plural(n, { one: '# cofnod', two: '# gofnod', few: '# chofnod', many: '# chofnod', other: '# cofnod' }, CY)
const grwpiau = (n: number) =>
  plural(n, { one: '# grŵp', two: '# grŵp', few: '# grŵp', many: '# grŵp', other: '# grŵp' }, CY)
const atebion = (n: number) =>
  plural(n, { one: '# ateb', two: '# ateb', few: '# ateb', many: '# ateb', other: '# ateb' }, CY)

export const umbrella: typeof english = {
  title: 'Grwpiau rydym yn eu cefnogi',
  none: 'Nid ydych yn gweithredu dros unrhyw gorff ymbarél.',
  noGroups: 'Nid oes unrhyw grŵp wedi derbyn eich cymorth eto.',
  lead: (groups, n) => `${grwpiau(groups)} gyda ${cofnodion(n)}. Mae’r rhai i’w ffonio gyntaf ar y brig.`,
  rang: 'Wedi ffonio o gwmpas? Dewiswch ateb i bob un, yna cadwch unwaith.',
  heard: {
    'not-rung': 'Heb ffonio',
    running: 'Cywir o hyd',
    full: 'Llawn',
    changed: 'Wedi newid',
    'no-answer': 'Dim ateb',
    ended: 'Wedi dod i ben',
  },
  heardLegend: (listing) => `Beth glywsoch chi am ${listing}?`,
  more: 'Ychwanegu geiriau neu ddyddiad',
  words: 'Mewn brawddeg',
  wordsHint: 'Mae’r grŵp a thîm y cyfeiriadur yn ei ddarllen.',
  until: 'Llawn tan',
  weeks: 'Wythnosau ar y rhestr aros',
  save: 'Cadw’r cyfan',
  savedCount: (n) => `Cadwyd ${atebion(n)}.`,
  groupsHear: 'Caiff y grwpiau lythyr, a gallant ei gywiro.',
  nothing: 'Ni ddewiswyd dim eto.',
  results: {
    saved: 'Wedi’i gadw',
    stale: 'Newidiodd rhywun ef yn y cyfamser. Edrychwch arno eto, yna dewiswch unwaith yn rhagor.',
    refused: 'Ni chewch ddweud hyn amdano.',
    invalid: 'Rhowch ddiwrnod sydd eto i ddod, neu lai o wythnosau.',
    unknown: 'Nid yw yn y cyfeiriadur mwyach.',
  },
  someNot: (n) => `Heb eu cadw: ${atebion(n)}. Cadwyd y lleill.`,
  edit: 'Ei newid',
  editName: (listing) => `Ei newid: ${listing}`,
  notPublic: 'Ddim yn gyhoeddus',
  groupsLink: 'Gwahodd grwpiau',
  groupsPlace: (groups) => `Grwpiau ${groups}`,

  groups: {
    title: 'Gwahodd grwpiau',
    back: 'Grwpiau rydym yn eu cefnogi',
    lead: 'Mae grŵp sy’n derbyn yn gadael i chi gadarnhau a newid ei gofnodion. Gall ddod â hynny i ben unrhyw bryd.',
    find: 'Dod o hyd i grŵp',
    what: 'Enw, neu’r hyn y mae’n ei wneud',
    where: 'Ger',
    whereHint: 'Cod post, tref neu ardal. Gallwch ei adael allan.',
    search: 'Chwilio',
    found: (n) => (n === 0 ? 'Ni chafwyd unrhyw grŵp.' : `Cafwyd ${grwpiau(n)}`),
    wider: 'Rhowch gynnig ar lai o eiriau, neu gadewch y lle allan.',
    invite: 'Gwahodd',
    inviteName: (group) => `Gwahodd ${group}`,
    as: (umbrella) => `dros ${umbrella}`,
    states: { invited: 'Wedi’i wahodd', accepted: 'Wedi derbyn', none: 'Heb ei wahodd' },
    invitedOn: (day) => `Gwahoddwyd ar ${day}`,
    acceptedOn: (day) => `Derbyniwyd ar ${day}`,
    invited: 'Yn aros am eu hateb',
    accepted: 'Wedi derbyn',
    nobody: 'Dim un.',
    noKeeper: 'nid oes neb yn ei gadw eto',
    noKeeperWhat: 'Lle nad oes neb yn cadw grŵp eto, ffoniwch ef. Gall tîm y cyfeiriadur dderbyn drosto.',
    end: 'Dod â hyn i ben',
    endName: (group) => `Dod â’n cymorth i ${group} i ben`,
    takeBack: 'Tynnu’n ôl',
    takeBackName: (group) => `Tynnu gwahoddiad ${group} yn ôl`,
    did: {
      invited: 'Gwahoddwyd y grŵp. Caiff y rhai sy’n ei gadw lythyr.',
      ended: 'Daeth i ben. Ni allwch newid ei gofnodion mwyach.',
      'as-it-is': 'Roedd felly eisoes.',
    },
  },

  help: {
    title: 'Cyrff ymbarél',
    lead: 'Mae corff ymbarél yn cefnogi grwpiau lleol. Os derbyniwch un, caiff gadarnhau a newid eich cofnodion.',
    offers: (umbrella) => `Mae ${umbrella} yn cynnig eich helpu i gadw eich cofnodion yn gywir.`,
    helps: (umbrella, day) => `Mae ${umbrella} yn eich helpu ers ${day}.`,
    accept: 'Derbyn',
    acceptName: (umbrella) => `Derbyn ${umbrella}`,
    decline: 'Dim diolch',
    declineName: (umbrella) => `Gwrthod ${umbrella}`,
    end: 'Dod â hyn i ben',
    endName: (umbrella) => `Dod â chymorth ${umbrella} i ben`,
    byPhone:
      'Nid oes neb yn cadw’r grŵp hwn. Derbyniwch drosto dim ond os dywedodd rhywun o’r grŵp hynny ar y ffôn.',
    onlyGroup: 'Dim ond rhywun o’r grŵp all ateb.',
  },
  letters: {
    invites: {
      subject: (umbrella, group) => `Mae ${umbrella} yn cynnig helpu ${group}`,
      lead: (umbrella, group) => `Mae ${umbrella} yn cynnig helpu ${group} i gadw ei gofnodion yn gywir.`,
      what: 'Os derbyniwch, cânt gadarnhau a newid eich cofnodion. Gallwch ddod â hynny i ben unrhyw bryd.',
      button: 'Gweld y cynnig',
      not: 'Ddim ei eisiau? Yna peidiwch â gwneud dim.',
    },
    changed: {
      subject: {
        accepted: (_umbrella, group) => `Mae ${group} yn derbyn eich cymorth`,
        declined: (_umbrella, group) => `Nid oes angen eich cymorth ar ${group}`,
        ended: (_umbrella, group) => `Mae ${group} wedi dod â’ch cymorth i ben`,
        'ended-by-body': (umbrella, group) => `Nid yw ${umbrella} yn helpu ${group} mwyach`,
      },
      lead: {
        accepted: (umbrella, group) =>
          `Mae ${group} wedi derbyn ${umbrella}. Cewch gadarnhau a newid ei gofnodion nawr.`,
        declined: (umbrella, group) => `Mae ${group} wedi gwrthod ${umbrella}.`,
        ended: (umbrella, group) =>
          `Mae ${group} wedi dod â chymorth ${umbrella} i ben. Ni allwch newid ei gofnodion mwyach.`,
        'ended-by-body': (umbrella, group) =>
          `Nid yw ${umbrella} yn helpu ${group} mwyach. Ni all newid eich cofnodion.`,
      },
      button: 'Gweld y dudalen',
    },
  },
}
