/** Pwy i’w holi nesaf, a pham. */
import type { reviews as english } from '../en/reviews.ts'
import { plural } from '../format.ts'

const CY = { lang: 'cy' } as const

export const reviews: typeof english = {
  why: {
    signal: {
      bounced: 'Daw e-bost at y grŵp yn ôl.',
      'dead-link': 'Mae ei wefan wedi mynd.',
      'removed-from-register': 'Mae’r grŵp wedi gadael ei gofrestr.',
      merged: 'Mae’r gofrestr yn dweud iddo ddod yn rhan o grŵp arall.',
      dissolved: 'Mae’r gofrestr yn dweud ei fod wedi’i ddirwyn i ben.',
      insolvent: 'Mae’r gofrestr yn dweud na all dalu ei ddyledion.',
      'accounts-overdue': 'Mae ei gyfrifon yn hwyr gyda’r gofrestr.',
      'reported-closed': 'Dywedodd rhywun wrthym ei fod wedi cau.',
      'reported-wrong': 'Dywedodd sawl un wrthym fod rhywbeth o’i le.',
      'missing-from-source': 'Nid yw bellach yn y rhestr y daeth ohoni.',
      'rang-no-answer': 'Nid oes neb yn ateb y ffôn.',
    },
    fundingEnded: (day) => `Daeth ei arian i ben ar ${day} ac nid oes neb wedi dweud dim ers hynny.`,
    fundingEnds: (day) => `Daw ei arian i ben ar ${day}.`,
    noAnswer: {
      asked: 'Ni chafodd un llythyr ateb.',
      again: 'Ni chafodd dau lythyr ateb.',
      'somebody-else': 'Nid yw dau berson o’r grŵp wedi ateb.',
      'link-workers': 'Ni chafodd llythyrau na galwadau ateb.',
      desk: 'Nid oes neb wedi ateb ers misoedd.',
    },
    noAddress: 'Nid yw’n dangos cyfeiriad e-bost.',
    noAddressNorNumber: 'Nid yw’n dangos cyfeiriad e-bost na rhif ffôn.',
    neverConfirmed: 'Nid oes neb wedi ei gadarnhau eto.',
    longAgo: (ago) => `Fe’i cadarnhawyd ddiwethaf ${ago}.`,
    yearEnd: 'Daw llawer o grantiau i ben ar 31 Mawrth, ac nid oes neb wedi dweud dim ers hynny.',
    muchLookedAt: (looks) =>
      `Mae ${plural(
        looks,
        {
          one: '1 person',
          two: '# berson',
          few: '# pherson',
          many: '# pherson',
          other: '# o bobl',
        },
        CY,
      )} yr wythnos yn edrych arno.`,
    changesOften: 'Mae pethau fel hyn yn newid yn aml.',
    withOthers: 'Mae’n mynd yn yr un llythyr ag un arall.',
  },
  rung: {
    asked: 'Llythyr cyntaf',
    again: 'Ail lythyr',
    'somebody-else': 'Llythyr at rywun arall o’r grŵp',
    'link-workers': 'Ffonio',
    desk: 'Tîm y cyfeiriadur yn edrych',
  },
}
