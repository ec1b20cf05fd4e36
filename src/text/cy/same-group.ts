/** Rhywun y mae cyllidwr neu gofrestr yn ei enwi, a all fod yn un o’r grwpiau yma. */
import { plural } from '../format.ts'
import type { sameGroup as english } from '../en/same-group.ts'

const cy = { lang: 'cy' } as const
const grants = (n: number) => plural(n, { other: '# grant' }, cy)

export const sameGroup: typeof english = {
  kind: 'Yr un grŵp?',
  kindWords: 'Mae cyllidwr neu gofrestr yn enwi rhywun a all fod yn grŵp yma.',
  line: (name, n) =>
    n === null ? `Ai hwn yw “${name}” yn y gofrestr?` : `Ai hwn yw “${name}”, a gafodd ${grants(n)}?`,
  lead: {
    grants: 'Yr un enw sydd ganddynt, ond nid oes rhif yn dweud mai un ydynt.',
    register: 'Yr un enw sydd ganddynt, ond nid oes rhif yn dweud mai un ydynt.',
  },
  hint: {
    grants:
      'Os yr un ydynt, mae’r grŵp yn cael y rhifau hyn. Yna mae ei grantiau’n dangos pryd y gall ei arian ddod i ben.',
    register:
      'Os yr un ydynt, mae’r grŵp yn cael y rhifau hyn. Yna mae’r hyn a ddywed y gofrestr amdano yn cyfrif yma.',
  },
  here: 'Yma',
  told: { grants: 'Pwy gafodd yr arian', register: 'Yn y gofrestr' },
  group: 'Grŵp',
  nobody: 'Nid oes neb yn ei redeg eto. Mae “yr un” yn gwneud grŵp o’r enw hwn.',
  listings: 'Cofnodion',
  name: 'Enw',
  numbers: 'Rhifau',
  noNumbers: 'Dim eto',
  own: (id) => `Rhif y cyllidwr ei hun ${id}`,
  other: (id) => `Rhif ${id}`,
  postcode: 'Cod post',
  noPostcode: 'Heb ei roi',
  money: 'Grantiau',
  amount: (n, pounds) => `${grants(n)}, ${pounds} gyda’i gilydd`,
  count: grants,
  funders: 'Rhoddwyd gan',
  ends: 'Daw’r olaf i ben',
  noEnd: 'Nid oes neb yn dweud',
  decisions: { same: 'Yr un ydynt', different: 'Rhai gwahanol ydynt' },
  done: { same: 'Dywedwyd mai’r un grŵp ydynt.', different: 'Dywedwyd mai grwpiau gwahanol ydynt.' },
  did: {
    same: 'Dywedodd mai’r grŵp hwn gafodd y grantiau neu’r rhif',
    other: 'Dywedodd mai grŵp arall ydyw',
  },
}
