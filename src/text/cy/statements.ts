/** Y datganiadau plaen: rhaid i’r hyn a ddywedant fod yn wir am y rhaglen hon. */
import type { statements as english } from '../en/statements.ts'

export const statements: typeof english = {
  about: (place) => ({
    title: 'Am y cyfeiriadur hwn',
    lead: `Grwpiau, gweithgareddau a chefnogaeth: ${place} a’r cyffiniau, a pha mor sicr ydym o bob un.`,
    parts: [
      {
        title: 'I beth mae e',
        says: [
          'Rydych chi’n chwilio am gwmni, help neu rywbeth i’w wneud. Efallai fod rhywun yn agos yn cynnal yr union beth.',
          'Gall gweithwyr cyswllt, teuluoedd a chymdogion ei ddefnyddio yn yr un ffordd. Nid oes rhaid i neb fewngofnodi.',
        ],
      },
      {
        title: 'O ble y daw',
        says: [
          'Mae grwpiau’n dweud wrthym amdanynt eu hunain. Rydym hefyd yn darllen rhestri y mae cynghorau ac elusennau’n eu cyhoeddi.',
          'Mae pob tudalen yn dweud pwy ddywedodd beth, a phryd. Gair y grŵp sy’n cyfrif fwyaf.',
          'Caiff rhai anghenion eu gweithio allan o eiriau rhestr. Mae’r dudalen yn dweud hynny.',
        ],
      },
      {
        title: 'Faint y gallwch ddibynnu arno',
        says: [
          'Caiff cofnod ei gadarnhau pan fydd rhywun sy’n gwybod yn dweud ei fod yn gywir. Mae’r dudalen yn dweud pwy, a phryd.',
          'Os nad oes neb wedi ei gadarnhau ers amser hir, mae’r dudalen yn dweud hynny. Ffoniwch yn gyntaf bryd hynny.',
          'Am rai wythnosau yn unig y mae “Lle i bobl newydd” yn dal. Wedyn dywed y dudalen: ddim yn hysbys, gofynnwch.',
          'Nid ydym byth yn gwneud i gyfeiriad edrych yn fwy manwl nag ydyw. Cedwir rhai cyfeiriadau’n gyfrinachol, i gadw pobl yn ddiogel.',
        ],
      },
      {
        title: 'Sut y rhoddir canlyniadau mewn trefn',
        says: [
          'Yn gyntaf daw’r hyn sy’n ffitio’ch geiriau orau. Wedyn yr hyn sy’n agos, wedi’i gadarnhau, ac â lle.',
          'Ni all neb dalu am safle uwch.',
        ],
      },
      {
        title: 'Pwy sy’n ei wneud',
        says: [
          'Fingerpost yw enw’r rhaglen. Meddalwedd rydd ydyw dan drwydded MIT.',
          'Y bobl ar waelod y dudalen hon sy’n cynnal y cyfeiriadur hwn. Dywedwch wrthynt beth sydd o’i le neu ar goll.',
        ],
      },
    ],
  }),
  accessibility: (name) => ({
    title: 'Hygyrchedd',
    lead: `Rydym am i bawb allu defnyddio ${name}. Mae’r dudalen hon yn dweud pa mor bell yr ydym wedi dod.`,
    parts: [
      {
        title: 'Beth y gallwch ei wneud yma',
        says: [
          [
            'Chwyddo’r dudalen i 400% heb golli dim.',
            'Ei defnyddio ar sgrin 320 picsel o led, heb symud i’r ochr.',
            'Ei defnyddio â’r bysellfwrdd yn unig. Rydych chi bob amser yn gweld ble rydych chi.',
            'Ei defnyddio â JavaScript wedi’i ddiffodd. Dim ond y map sydd ar goll wedyn.',
            'Ei darllen yn lliwiau tywyll neu gyferbyniad uchel eich dyfais.',
            'Argraffu pob tudalen.',
          ],
          'Atkinson Hyperlegible Next yw’r llythrennau. Fe’u lluniwyd i bobl sy’n gweld yn wael.',
        ],
      },
      {
        title: 'Sut y cafodd ei phrofi',
        says: [
          'Rydym yn ei hadeiladu i fodloni’r Canllawiau Hygyrchedd Cynnwys Gwe 2.2, lefel AA.',
          'Mae rhaglen (axe) yn gwirio pob math o dudalen: golau a thywyll, ar dri lled. Nid yw’n canfod dim o’i le.',
          'Mae profion eraill yn gwirio’r bysellfwrdd, cyferbyniad pob lliw, a’r tudalennau heb JavaScript.',
          'Nid yw pobl sy’n defnyddio darllenwyr sgrin neu gymhorthion eraill bob dydd wedi ei phrofi eto.',
        ],
      },
      {
        title: 'Beth nad yw’n gweithio’n dda eto',
        says: [
          [
            'Grwpiau sy’n ysgrifennu geiriau’r cofnodion. Mae rhai’n hir, yn anodd eu darllen, neu yn Saesneg yn unig.',
            'I bobl sy’n gweld y mae’r map. Mae’r rhestr yn dweud popeth y mae’r map yn ei ddangos.',
            'Nid oes strydoedd ar y map oni bai bod y bobl sy’n cynnal y wefan wedi eu hychwanegu.',
            'Nid oes fersiwn Hawdd ei Ddeall na fersiwn iaith arwyddion.',
          ],
        ],
      },
      {
        title: 'Dywedwch wrthym beth sy’n anodd',
        says: [
          'Ffoniwch neu ysgrifennwch at y bobl ar waelod y dudalen hon. Gofynnwch am yr hyn sydd ei angen arnoch mewn ffurf arall.',
          'Os nad ydych yn fodlon ar yr ateb, holwch y Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS).',
        ],
      },
    ],
  }),
  privacy: () => ({
    title: 'Preifatrwydd',
    lead: 'Eich busnes chi yw’r hyn yr ydych yn chwilio amdano. Nid ydym yn cadw dim am bobl sy’n chwilio.',
    parts: [
      {
        title: 'Beth nad ydym yn ei wneud',
        says: [
          [
            'Nid ydym yn gosod cwci tra byddwch yn chwilio ac yn darllen.',
            'Nid ydym yn cyfrif ymwelwyr nac yn dangos hysbysebion.',
            'Nid yw’ch porwr yn gofyn dim i unrhyw gwmni arall tra byddwch yn darllen ein tudalennau.',
            'Nid ydym yn cadw rhestr o chwiliadau, na dim am bwy ydych chi.',
          ],
        ],
      },
      {
        title: 'Beth sy’n digwydd pan fyddwch yn chwilio',
        says: [
          'Mae’ch geiriau’n mynd i’n gweinydd, sy’n ateb. Yna mae’n eu hanghofio, heblaw am yr hyn sydd yn y rhan nesaf.',
          'Mae’n nodi pa fath o dudalen y gofynnwyd amdani, a faint o amser a gymerodd. Nid yw’n nodi beth y gofynnoch, na phwy ydych chi.',
          'Mae’ch geiriau hefyd yng nghyfeiriad y dudalen. Felly maent yn hanes eich porwr eich hun. Ar gyfrifiadur a rennir, cliriwch yr hanes neu defnyddiwch ffenestr breifat.',
          'Rydym yn cyfrif pa mor aml yr agorir cofnod mewn wythnos. Nid oes neb yn y cyfrif hwnnw.',
          'Mae’ch porwr yn cofio’ch rhestr ddiwethaf nes i chi gau’r tab, er mwyn i “Yn ôl i’r canlyniadau” weithio.',
        ],
      },
      {
        title: 'Pan na allwn ganfod yr hyn sydd ei angen arnoch',
        says: [
          'Yna rydym yn cyfrif beth oedd ar goll: yr angen, hanner cyntaf eich cod post, a’r wythnos. Nid oes neb yn y cyfrif.',
          'Dangoswn gyfrifon o’r fath fesul pump. Ni ddangosir llai na phump i neb.',
          'O eiriau na chafodd ddim, cadwn farc na ellir ei ddarllen. Allwedd nad yw yn y gronfa ddata sy’n ei wneud.',
          'Pan ddaw’r un geiriau ar bum diwrnod gwahanol, gall tîm y cyfeiriadur eu darllen. Nid oes lle gyda nhw.',
          'Ni chaiff rhai geiriau eu marcio byth: brawddegau hir, enwau â phriflythyren, rhifau, cyfeiriadau, a’r hyn a ddywedwch amdanoch eich hun.',
          'Ni chyfrifir o gwbl eiriau a allai olygu perygl.',
          'A yw’ch porwr yn dweud “peidiwch â’m dilyn” (DNT neu GPC)? Yna ni chyfrifwn ddim o’ch chwiliad.',
        ],
      },
      {
        title: 'Os ydych yn mewngofnodi',
        says: [
          'Dim ond pobl sy’n gofalu am gofnodion sydd angen gwneud hynny. Pan ofynnwch am god, cadwn eich cyfeiriad a gosodwn un cwci.',
          'Ar ôl i chi deipio’r cod, mae ail gwci yn eich cadw wedi mewngofnodi. Nid ydynt yn gwneud dim arall.',
          'Cadwn eich cyfeiriad, beth gewch chi ei wneud yma, a phryd a gyda pha fath o borwr y mewngofnodoch.',
          'Cadwn yr hyn a benderfynoch yma. Mae’r cyhoedd yn gweld eich rôl, byth eich enw na’ch cyfeiriad.',
          'Anghofir cyfeiriad y cafodd cod ei anfon ato, ond na theipiodd y cod, ar ôl 30 diwrnod.',
          'Gallwch weld hyn o dan “Eich mewngofnodi”, a gadael yno. Yna rydym yn dileu eich cyfeiriad.',
          'Mae’r rhestr o lythyrau a anfonwyd yn ei anghofio ar ôl 30 diwrnod.',
          'Fel na all neb ddyfalu codau, rydym yn cyfrif ceisiadau am ddiwrnod ar y mwyaf, heb enwi neb.',
        ],
      },
      {
        title: 'Os dywedwch wrthym fod rhywbeth o’i le',
        says: [
          'Mae tîm y cyfeiriadur yn darllen beth ysgrifennoch. Clyw’r grŵp beth sydd o’i le, byth eich geiriau.',
          'Os gadewch eich e-bost, dywedwn wrthych unwaith beth wnaethom ni. Yna dilëwn ef.',
          'Tan hynny cadwn farc o’r rhwydwaith yr ysgrifennoch ohono. Mae’n gwahaniaethu rhwng dau berson, a dim arall.',
        ],
      },
      {
        title: 'Os yw gweithiwr cyswllt yn eich helpu',
        says: [
          'Gallant gyfrif bod rhywun wedi’i gyfeirio at grŵp. Nid oes dim amdanoch chi yn y cyfrif, na phwy a’i cyfrifodd.',
          'Gallant adael nodiadau am grwpiau i’w gilydd. Nid yw nodyn byth am y bobl y maent yn eu helpu, a daw i ben ar ôl 90 diwrnod.',
          'Gallant gyfrif na chafwyd yr hyn oedd ei angen mewn ardal cod post. Ni chedwir pwy bwysodd, nac i bwy.',
        ],
      },
      {
        title: '“Yn agos ata i”',
        says: [
          'Dim ond ar ôl i chi ei bwyso y gofynnwn i’ch dyfais. Caiff eich lle ei dalgrynnu i tua 100 metr.',
          'Fe’i defnyddir ar gyfer yr un chwiliad hwnnw.',
        ],
      },
      {
        title: 'Pan fyddwch yn gadael',
        says: [
          'Mae gan dudalennau grwpiau eu rheolau eu hunain. Nid ydym yn dweud wrthynt o ble y daethoch.',
          'Mae “Gadael y wefan hon” yn agor y tywydd. Mae’n tynnu ein tudalen o’r botwm “yn ôl”, nid o’ch hanes.',
          'Os gall rhywun edrych ar yr hyn a wnewch yma, defnyddiwch ddyfais arall os gallwch.',
        ],
      },
      {
        title: 'Am grwpiau',
        says: [
          'Rydym yn dangos sut i gysylltu â grŵp: ei ffôn, ei e-bost, ei wefan. Nid ydym yn dangos enwau pobl.',
          'Gall grŵp ofyn i ni guddio neu ddileu’r hyn a ddywedir amdano. Ffoniwch neu ysgrifennwch atom.',
        ],
      },
    ],
  }),
}
