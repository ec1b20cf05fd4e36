/** Tudalennau am lythyrau, a’r hyn mae’r ddesg yn ei ddarllen am rai a ddaeth yn ôl. */
import type { mail as english } from '../en/mail.ts'

export const mail: typeof english = {
  signals: {
    bounced: 'Daeth llythyr at un o gyfeiriadau’r cofnod hwn yn ôl.',
    'dead-link': 'Roedd gwefan y cofnod hwn wedi mynd bob tro y gwnaethom edrych.',
  },
  stop: {
    title: 'Stopio’r llythyrau hyn',
    lead: 'Pwyswch y botwm ac ni fyddwn yn anfon rhagor o lythyrau fel hyn atoch.',
    others: 'Bydd llythyrau rydych yn gofyn amdanynt, fel cod mewngofnodi, yn dal i ddod.',
    button: 'Stopio’r llythyrau hyn',
    stopped: 'Rydym wedi stopio’r llythyrau hyn',
    stoppedLead: 'Ni fydd rhagor o lythyrau fel hyn yn mynd i’ch cyfeiriad. Nid oes angen gwneud dim arall.',
    back: 'Heb fwriadu gwneud hyn? Yna gallwch eu cael eto.',
    again: 'Eu hanfon eto',
    againTitle: 'Bydd y llythyrau hyn yn dod eto',
    againLead: 'Daw’r un nesaf ar ei amser arferol.',
    unknown: 'Nid un o’n dolenni ni yw hon',
    unknownLead: 'Efallai fod rhan ohoni ar goll. Agorwch hi eto o’r llythyr, neu ysgrifennwch atom.',
  },
  dev: {
    title: 'Llythyrau',
    lead: 'Nid oes gweinydd post, felly cedwir llythyrau ar y peiriant hwn. Dim ond y peiriant hwn all eu darllen.',
    none: 'Nid oes llythyr wedi’i ysgrifennu eto.',
    to: 'At',
    from: 'Oddi wrth',
    subject: 'Pwnc',
    when: 'Ysgrifennwyd',
    read: (subject) => `Darllen “${subject}”`,
    all: 'Pob llythyr',
    text: 'Fel testun plaen',
    html: 'Ffynhonnell yr HTML',
    showing: (shown, of) => `Y ${shown} llythyr diweddaraf o ${of}.`,
  },
  bounce: {
    off: 'Nid yw’r cyfeiriad hwn ar waith yma.',
    secret: 'Anfonwch gyfrinach y safle ym mhennawd Authorization, fel Bearer neu gyfrinair Basic.',
    body: 'Anfonwch JSON fel {"email": "enw@example.org", "permanent": true}, {"message": "neges"}, neu restr.',
  },
  development: 'Nid oes gweinydd post: darllenwch eich llythyrau yn',
  trouble:
    'Nid yw llythyrau’n mynd allan ar hyn o bryd, felly gall cod ddod yn hwyr. Rhowch gynnig arall arni ymhen deng munud.',
}
