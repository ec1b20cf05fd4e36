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
}
