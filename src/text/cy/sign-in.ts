/** Mewngofnodi, a thudalen rhywun ei hun. */
import type { signIn as english } from '../en/sign-in.ts'

const munudau = (n: number) => (n === 1 ? 'funud' : n === 2 ? '2 funud' : `${n} munud`)

export const signIn: typeof english = {
  title: 'Mewngofnodi',
  lead: 'I grwpiau sy’n gofalu am eu cofnod, gweithwyr cyswllt a thîm y cyfeiriadur. I chwilio, nid oes rhaid i neb fewngofnodi.',
  email: 'Eich cyfeiriad e-bost',
  emailHint: 'Anfonwn god chwe digid atoch. Nid oes cyfrinair.',
  emailWrong: 'Ysgrifennwch gyfeiriad e-bost, megis enw@example.org',
  send: 'Anfon cod ataf',
  privacy: 'Pan bwyswch hwn, rydym yn cadw eich cyfeiriad ac yn gosod un cwci.',
  privacyLink: 'Beth rydym yn ei gadw',

  codeTitle: 'Teipiwch y cod',
  codeLead: (email) => `Anfonwyd cod at ${email}. Gall gymryd munud.`,
  code: 'Cod chwe digid',
  codeHint: 'Mae’n gweithio am 10 munud, yn y porwr hwn yn unig.',
  come: 'Mewngofnodi',
  notCome: 'Dim llythyr?',
  notComeWords: [
    'Edrychwch yn y ffolder sbam.',
    'Edrychwch a yw’r cyfeiriad uchod yn gywir.',
    'Gofynnwch am god arall. Dim ond yr un diweddaraf sy’n gweithio yma.',
  ],
  another: 'Gofyn am god arall',
  problems: {
    unreadable: 'Teipiwch y chwe digid o’r llythyr',
    wrong: (left) =>
      left === 1
        ? 'Nid dyna’r cod. Gallwch geisio unwaith eto'
        : `Nid dyna’r cod. Gallwch geisio ${left} gwaith eto`,
    taken: 'Mae rhywun yn mewngofnodi gyda’r cyfeiriad hwn eisoes',
  },
  over: {
    used: {
      title: 'Mae’r cod hwn wedi’i ddefnyddio',
      words: 'Mae pob cod yn gweithio unwaith. Gofynnwch am un arall i fewngofnodi eto.',
    },
    expired: {
      title: 'Mae’r cod hwn yn rhy hen',
      words: 'Mae cod yn gweithio am 10 munud. Gofynnwch am un arall.',
    },
    'too-many': {
      title: 'Nid dyna’r cod, bum gwaith',
      words: 'Felly nid yw’r cod hwn yn gweithio mwyach. Gallwch ofyn am un arall ar unwaith.',
    },
    elsewhere: {
      title: 'Ni ofynnodd y porwr hwn am god',
      words:
        'Mae’r cod yn gweithio yn y porwr lle gofynnoch amdano yn unig, am 10 munud. Ewch yn ôl yno, neu gofynnwch yma am un arall.',
    },
  },

  secondTitle: 'Teipiwch god eich ap',
  secondLead: 'Gall tîm y cyfeiriadur newid yr hyn mae pawb yn ei weld. Felly mae’n gofyn am ail gam.',
  secondCode: 'Cod o’ch ap',
  secondHint: 'Neu un o’r codau a ysgrifennoch.',
  secondGo: 'Ymlaen',
  secondWrong: 'Nid dyna’r cod, neu fe’i defnyddiwyd. Arhoswch am yr un nesaf',
  secondLater: 'Ymlaen hebddo: dim ond eich rolau eraill fydd yn cyfrif',
  secondLost:
    'Wedi colli eich ffôn a’ch codau? Gofynnwch i weinyddwr arall orffen eich rôl a’i rhoi o’r newydd.',
  setUp: {
    title: 'Gosod ail gam',
    lead: 'Mae ap ar eich ffôn yn gwneud codau. Mae’r sawl sy’n penderfynu dros y cyfeiriadur yn dangos un bob tro.',
    steps: [
      'Cael ap codau ar eich ffôn: Aegis, 2FAS, Google Authenticator neu eich rheolwr cyfrineiriau.',
      'Gadael i’r ap edrych ar y llun, neu deipio’r allwedd. Dewiswch “seiliedig ar amser”, os yw’n gofyn.',
      'Teipio’r cod mae’r ap yn ei ddangos.',
    ],
    picture: 'Cod QR gyda’ch allwedd',
    key: 'Eich allwedd',
    open: 'Ei hagor mewn ap ar y ddyfais hon',
    go: 'Ei osod',
    begin: 'Dechrau',
    wrong: 'Nid dyna’r cod mae’r ap yn ei ddangos nawr. Ydy cloc eich ffôn yn gywir?',
    doneTitle: 'Ysgrifennwch y codau hyn',
    doneLead:
      'Mae pob un yn gweithio unwaith, ar gyfer y diwrnod heb eich ffôn. Fe’u dangosir y tro hwn yn unig.',
    done: 'Rwyf wedi eu hysgrifennu',
  },

  againTitle: 'Ai chi yw hwn o hyd?',
  againLead: (email) => `Cyn newid manylion cyswllt rydym yn anfon cod newydd at ${email}.`,

  out: {
    title: 'Allgofnodi',
    lead: 'Mae hyn yn gorffen eich mewngofnodi yn y porwr hwn.',
    go: 'Allgofnodi',
    doneTitle: 'Rydych wedi allgofnodi',
    done: 'Ni all neb arall ddefnyddio eich tudalennau yn y porwr hwn nawr.',
  },

  tooOften: {
    title: 'Roedd hynny’n llawer mewn amser byr',
    words: (seconds) =>
      seconds < 60
        ? 'Ceisiwch eto ymhen munud. Does dim wedi’i golli, a does neb wedi’i gloi allan.'
        : seconds < 5400
          ? `Ceisiwch eto ymhen ${munudau(Math.ceil(seconds / 60))}. Does dim wedi’i golli, a does neb wedi’i gloi allan.`
          : `Ceisiwch eto ymhen ${Math.ceil(seconds / 3600)} awr. Does dim wedi’i golli, a does neb wedi’i gloi allan.`,
    help: (phone, hours) => `Ydy e’n frys? Ffoniwch ni: ${phone}, ${hours}.`,
  },

  account: {
    title: 'Eich mewngofnodi',
    address: 'Eich cyfeiriad',
    newAddress: 'Eich cyfeiriad newydd',
    newAddressHint: 'Anfonwn god at y cyfeiriad newydd, a dweud wrth yr hen un.',
    change: 'Newid eich cyfeiriad',
    changed: 'Newidiwyd eich cyfeiriad. Ysgrifennwyd at y ddau gyfeiriad.',
    roles: 'Beth gewch chi ei wneud',
    noRoles: 'Nid ydych yn gofalu am gofnod eto.',
    noRolesLink: 'Gweld beth allwch ei wneud',
    role: {
      group: (of) => `Gofalu am gofnodion ${of}`,
      umbrella: (of) => `Helpu’r grwpiau mae ${of} yn eu cefnogi`,
      'link-worker': (of) => (of === null ? 'Gweithiwr cyswllt' : `Gweithiwr cyswllt yn ${of}`),
      desk: (of) => (of === null ? 'Tîm y cyfeiriadur' : `Tîm y cyfeiriadur ar gyfer ${of}`),
      administrator: () => 'Gweinyddwr',
    },
    waits: 'Dim ond ar ôl eich ail gam mae hwn yn cyfrif.',
    browsers: 'Lle rydych wedi mewngofnodi',
    browser: (name, system) => (name === '' ? 'Porwr' : system === '' ? name : `${name} ar ${system}`),
    here: 'yr un hwn',
    seen: (when) => `Defnyddiwyd ddiwethaf ${when}`,
    end: 'Gorffen',
    endWhich: (name) => `Gorffen ${name}`,
    endOthers: 'Gorffen y lleill i gyd',
    ended: (n) => (n === 1 ? 'Gorffennwyd un mewngofnodi.' : `Nifer a orffennwyd: ${n}.`),
    second: 'Ail gam',
    secondNone: 'Heb ei osod. Mae ar dîm y cyfeiriadur angen un.',
    secondOn: (left) => `Wedi’i osod. Codau ysgrifenedig ar ôl: ${left}.`,
    secondSetUp: 'Ei osod',
    secondDrop: 'Ei dynnu',
    secondDropped: 'Tynnwyd eich ail gam.',
    secondRefused: 'Dangoswch eich ail gam yn gyntaf.',
    leave: 'Gadael',
    leaveWords:
      'Rydym yn dileu eich cyfeiriad ac yn gorffen eich rolau. Mae’r cofnodion yn aros. Ni ellir dadwneud hyn.',
    leaveGo: 'Gadael a dileu fy nghyfeiriad',
    leaveSure: 'Ie, ei ddileu',
    leaveTick: 'Ticiwch y blwch os ydych am adael',
  },
}
