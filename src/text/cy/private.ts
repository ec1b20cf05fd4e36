/** Ffrâm y tudalennau ar ôl mewngofnodi, a geiriau pob ffurflen sydd yno. */
import type { privateWords as english } from '../en/private.ts'

export const privateWords: typeof english = {
  menu: 'Eich tudalennau',
  groups: 'Fy nghofnodion',
  workers: 'I weithwyr cyswllt',
  umbrella: 'Grwpiau rydym yn eu cefnogi',
  desk: 'Desg',
  account: 'Eich mewngofnodi',
  signOut: 'Allgofnodi',
  signIn: 'Mewngofnodi',
  notYours: 'Nid eich un chi yw hwn',
  notYoursWords:
    'Rydych wedi mewngofnodi, ond rhywun arall biau’r dudalen hon. Gofynnwch i dîm y cyfeiriadur os yw hynny’n anghywir.',
  save: 'Cadw',
  cancel: 'Canslo',
  saved: 'Wedi’i gadw',
  optional: 'gallwch adael hwn allan',
}
