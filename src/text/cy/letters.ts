/** Geiriau'r llythyrau: un cwestiwn yr un. */
import type { letters as english } from '../en/letters.ts'

export const letters: typeof english = {
  foot: {
    who: (name, place) => `${name} yw cyfeiriadur grwpiau lleol ${place}.`,
    contact: (email, phone, hours) => `Ysgrifennwch at ${email} neu ffoniwch ${phone}, ${hours}.`,
    why: 'Daeth hwn am fod eich cyfeiriad yn gofalu am gofnod, neu wedi gofyn i ni amdano.',
    stop: 'Stopio’r llythyrau hyn',
  },
  signIn: {
    subject: (code, name) => `${code} yw eich cod ${name}`,
    lead: (name) => `Teipiwch y cod hwn i fewngofnodi i ${name}:`,
    minutes: 'Mae’n gweithio unwaith, am 10 munud, yn y porwr lle gofynnoch amdano.',
    fill: 'Llenwi’r cod i mi',
    notYou: 'Heb ofyn am hwn? Peidiwch â gwneud dim. Ni all neb ddod i mewn heb y cod.',
  },
  account: {
    subject: {
      address: (name) => `Newidiwyd y cyfeiriad a ddefnyddiwch i fewngofnodi i ${name}`,
      'second-on': (name) => `Gosodwyd ail gam ar gyfer ${name}`,
      'second-off': (name) => `Tynnwyd eich ail gam ar gyfer ${name}`,
      left: (name) => `Rydych wedi gadael ${name}`,
    },
    lead: {
      address: (name) => `Newidiodd rhywun oedd wedi mewngofnodi fel chi’r cyfeiriad ar gyfer ${name}.`,
      'second-on': (name) => `O hyn ymlaen bydd ${name} yn gofyn am god o ap hefyd.`,
      'second-off': (name) => `Nid yw ${name} yn gofyn i chi am god o ap mwyach.`,
      left: (name) => `Dilëwyd eich cyfeiriad, eich rolau a’ch mewngofnodi o ${name}.`,
    },
    notYou: (email, phone) => `Nid chi wnaeth hyn? Dywedwch wrthym ar unwaith: ${phone}, ${email}.`,
  },
  review: {
    subject: (name, many) =>
      many === 1 ? `Ydy “${name}” yn dal yn gywir?` : `Ydy eich ${many} cofnod yn dal yn gywir?`,
    again: (name, many) =>
      many === 1
        ? `Heb glywed eto: ydy “${name}” yn dal yn gywir?`
        : `Heb glywed eto: ydy eich ${many} cofnod yn dal yn gywir?`,
    lead: (name) => `Mae pobl yn dod o hyd i chi drwy ${name}. Ai dyma y dylen nhw ei weld o hyd?`,
    answer: (many) => (many === 1 ? 'Ateb tri chwestiwn byr' : 'Ateb dros bob un'),
    nothing: 'Mae’n cymryd ugain eiliad. Does dim yn newid nes i chi bwyso “Cadw” ar y dudalen sy’n agor.',
    contact: 'Cawsoch hwn am fod y cofnod yn dangos eich cyfeiriad.',
    keep: 'Gofalu am y cofnod hwn eich hun',
    unknownTimes: 'Does dim amserau i’w gweld.',
  },
  roomNudge: {
    subject: {
      open: (name) => `A oes lle o hyd yn “${name}”?`,
      waiting: (name) => `A oes rhestr aros o hyd yn “${name}”?`,
      full: (name) => `A yw “${name}” yn llawn o hyd?`,
      paused: (name) => `A yw “${name}” yn cael seibiant o hyd?`,
    },
    lead: {
      open: (name) => `Dywedoch fod lle i bobl newydd yn ${name}. A yw hynny’n wir o hyd?`,
      waiting: (name) => `Dywedoch fod rhestr aros yn ${name}. A yw hynny’n wir o hyd?`,
      full: (name) => `Dywedoch fod ${name} yn llawn. A yw hynny’n wir o hyd?`,
      paused: (name) => `Dywedoch fod ${name} yn cael seibiant. A yw hynny’n wir o hyd?`,
    },
    lapses: (day) =>
      `Mae pobl yn ei weld tan ${day}. Wedyn maen nhw’n gweld “ddim yn hysbys: gofynnwch iddyn nhw”.`,
    still: {
      open: 'Oes, mae lle',
      waiting: 'Oes, mae rhestr aros',
      full: 'Ydy, mae’n llawn',
      paused: 'Ydym, rydym yn cael seibiant',
    },
    now: {
      open: 'Mae lle nawr',
      waiting: 'Mae rhestr aros nawr',
      full: 'Mae’n llawn nawr',
      paused: 'Rydym yn cael seibiant nawr',
    },
    nothing: 'Nid oes dim yn newid nes i chi bwyso “Cadw” ar y dudalen sy’n agor.',
  },
  ringThese: {
    subject: (many) => (many === 1 ? 'Un grŵp i’w ffonio' : `${many} grŵp i’w ffonio`),
    lead: (many) =>
      many === 1
        ? 'Nid yw’r grŵp hwn yn ateb llythyrau. Wnewch chi ei ffonio?'
        : 'Nid yw’r grwpiau hyn yn ateb llythyrau. Wnewch chi ffonio un neu ddau?',
    open: 'Agor y rhestr gyda’r rhifau',
    seconds: 'Mae nodi’r hyn a glywsoch yn cymryd deg eiliad. Mae’n helpu pob cydweithiwr.',
  },
}
