/** Y datganiadau plaen, fel statements.ts yn Saesneg. */
import type { statements as english } from '../en/statements.ts'

export const statements: typeof english = {
  about: (place) => ({
    title: 'Am y cyfeiriadur hwn',
    lead: `Grwpiau, gweithgareddau a chymorth yn ardal ${place}, a pha mor siŵr ydym ni o bob un.`,
    parts: [
      {
        title: 'I beth y mae',
        says: [
          'Rydych chi’n chwilio am gwmni, help neu rywbeth i’w wneud. Efallai fod rhywun gerllaw yn cynnal hynny.',
          'Gall gweithwyr cyswllt, teuluoedd a chymdogion ei ddefnyddio yn yr un ffordd. Nid oes rhaid i neb fewngofnodi.',
        ],
      },
      {
        title: 'O ble y daw',
        says: [
          'Mae grwpiau’n dweud wrthym amdanynt eu hunain. Rydym hefyd yn darllen rhestri gan gynghorau ac elusennau.',
          'Mae pob tudalen yn dweud pwy ddywedodd beth, a phryd. Gair y grŵp sy’n cyfrif fwyaf.',
          'Cafodd rhai anghenion eu canfod o eiriau rhestr. Mae’r dudalen yn dweud hynny.',
        ],
      },
      {
        title: 'Faint y gallwch ymddiried ynddo',
        says: [
          'Cadarnheir cofnod pan fydd rhywun sy’n gwybod yn dweud ei fod yn gywir. Mae’r dudalen yn dweud pwy, a phryd.',
          'Os nad oes neb wedi’i gadarnhau ers tro, mae’r dudalen yn dweud hynny. Ffoniwch yn gyntaf bryd hynny.',
          'Am rai wythnosau yn unig y mae “Lle i bobl newydd” yn dal. Wedyn dywed y dudalen: ddim yn hysbys, gofynnwch.',
          'Nid ydym byth yn gwneud i gyfeiriad edrych yn fwy manwl nag ydyw. Cedwir rhai cyfeiriadau’n gyfrinachol, i gadw pobl yn ddiogel.',
        ],
      },
      {
        title: 'Sut y caiff canlyniadau eu trefnu',
        says: [
          'Yn gyntaf daw’r hyn sy’n ffitio eich geiriau orau. Wedyn yr agosaf, y rhai a gadarnhawyd, a’r rhai â lle.',
          'Ni all neb dalu i sefyll yn uwch.',
        ],
      },
      {
        title: 'Pwy sy’n ei wneud',
        says: [
          'Enw’r rhaglen yw Fingerpost. Meddalwedd rydd ydyw o dan drwydded MIT.',
          'Y bobl ar waelod y dudalen hon sy’n rhedeg y cyfeiriadur. Dywedwch wrthyn nhw beth sydd o’i le neu ar goll.',
        ],
      },
    ],
  }),
  accessibility: (name) => ({
    title: 'Hygyrchedd',
    lead: `Rydym am i bawb allu defnyddio ${name}. Mae’r dudalen hon yn dweud pa mor bell y daethom.`,
    parts: [
      {
        title: 'Beth y gallwch ei wneud yma',
        says: [
          [
            'Chwyddo’r dudalen i 400 % heb golli dim.',
            'Ei defnyddio ar sgrin 320 picsel o led, heb symud i’r ochr.',
            'Ei defnyddio â’r bysellfwrdd yn unig. Rydych bob amser yn gweld ble rydych chi.',
            'Ei defnyddio heb JavaScript. Dim ond y map sydd ar goll wedyn.',
            'Ei darllen yn lliwiau tywyll neu gyferbyniad uchel eich dyfais.',
            'Argraffu pob tudalen.',
          ],
          'Atkinson Hyperlegible Next yw’r llythrennau. Fe’u lluniwyd i bobl sy’n gweld yn wael.',
        ],
      },
      {
        title: 'Sut y cafodd ei brofi',
        says: [
          'Rydym yn ei adeiladu i fodloni Canllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA.',
          'Mae rhaglen (axe) yn gwirio pob math o dudalen: golau a thywyll, ar dri lled. Nid yw’n canfod dim o’i le.',
          'Mae profion eraill yn gwirio’r bysellfwrdd, cyferbyniad pob lliw, a’r tudalennau heb JavaScript.',
          'Nid yw wedi’i brofi eto gan bobl sy’n defnyddio darllenwyr sgrin neu gymhorthion eraill bob dydd.',
        ],
      },
      {
        title: 'Beth sydd ddim yn gweithio’n dda eto',
        says: [
          [
            'Gan grwpiau y daw geiriau’r cofnodion. Mae rhai’n hir, yn anodd eu darllen, neu yn Saesneg yn unig.',
            'I bobl sy’n gweld y mae’r map. Mae’r rhestr yn dweud popeth y mae’r map yn ei ddangos.',
            'Nid oes strydoedd ar y map oni bai bod y bobl sy’n rhedeg y safle wedi’u hychwanegu.',
            'Nid oes fersiwn Hawdd ei Deall na fersiwn iaith arwyddion.',
          ],
        ],
      },
      {
        title: 'Dywedwch wrthym beth sy’n anodd',
        says: [
          'Ffoniwch neu ysgrifennwch at y bobl ar waelod y dudalen. Gofynnwch am yr hyn sydd ei angen mewn ffurf arall.',
          'Os nad ydych yn fodlon ar yr ateb, gofynnwch i’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS).',
        ],
      },
    ],
  }),
  privacy: () => ({
    title: 'Preifatrwydd',
    lead: 'Eich busnes chi yw’r hyn rydych yn chwilio amdano yma. Nid ydym yn cadw dim amdanoch.',
    parts: [
      {
        title: 'Beth nad ydym yn ei wneud',
        says: [
          [
            'Nid ydym yn gosod cwcis.',
            'Nid ydym yn cyfrif ymwelwyr nac yn dangos hysbysebion.',
            'Nid yw eich porwr yn gofyn i unrhyw gwmni arall am ddim wrth i chi ddarllen ein tudalennau.',
            'Nid ydym yn cadw’r hyn y buoch yn chwilio amdano, na phwy ydych chi.',
          ],
        ],
      },
      {
        title: 'Beth sy’n digwydd pan fyddwch yn chwilio',
        says: [
          'Mae eich geiriau’n mynd i’n gweinydd, sy’n ateb ac yn eu hanghofio.',
          'Mae’n nodi pa fath o dudalen y gofynnwyd amdani, a faint o amser a gymerodd. Nid yw’n nodi beth a ofynnoch, na phwy ydych chi.',
          'Mae eich geiriau hefyd yng nghyfeiriad y dudalen. Felly maen nhw yn hanes eich porwr eich hun. Ar gyfrifiadur a rennir, cliriwch yr hanes neu defnyddiwch ffenestr breifat.',
          'Mae eich porwr yn cofio eich rhestr ddiwethaf nes i chi gau’r tab, fel bod “Yn ôl i’r canlyniadau” yn gweithio.',
        ],
      },
      {
        title: '“Defnyddio ble rydw i”',
        says: [
          'Dim ond ar ôl i chi ei bwyso y gofynnwn i’ch dyfais. Caiff eich lle ei dalgrynnu i tua 100 metr.',
          'Fe’i defnyddir ar gyfer yr un chwiliad hwnnw.',
        ],
      },
      {
        title: 'Pan fyddwch yn gadael',
        says: [
          'Mae gan dudalennau grwpiau eu rheolau eu hunain. Nid ydym yn dweud wrthyn nhw o ble y daethoch.',
          'Mae “Gadael y safle hwn” yn agor y tywydd. Mae’n tynnu ein tudalen o’r botwm “yn ôl”, nid o’ch hanes.',
          'Os gallai rhywun edrych ar yr hyn a wnewch yma, defnyddiwch ddyfais arall lle gallwch.',
        ],
      },
      {
        title: 'Am grwpiau',
        says: [
          'Rydym yn dangos sut i gyrraedd grŵp: ei ffôn, ei e-bost, ei wefan. Nid ydym yn dangos enwau pobl.',
          'Gall grŵp ofyn i ni guddio neu ddileu’r hyn a ddywedir amdano. Ffoniwch neu ysgrifennwch atom.',
        ],
      },
    ],
  }),
}
