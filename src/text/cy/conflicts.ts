/** Mae ffynhonnell bellach yn dweud rhywbeth gwahanol i’r hyn a ddywedodd person. */
import type { conflicts as english } from '../en/conflicts.ts'

export const conflicts: typeof english = {
  kind: 'Gwrthdaro',
  kindWords: 'Mae ffynhonnell yn dweud rhywbeth gwahanol i’r hyn a ddywedodd person. Ni newidiwyd dim.',
  line: (source, fields) => `Mae ${source} yn dweud yn wahanol: ${fields}`,
  lead: (source) =>
    `Mae ${source} wedi newid yr hyn a ddywed. Dywedodd person yn wahanol o’r blaen, a’i air ef sy’n cyfrif o hyd.`,
  shown: 'Dangosir nawr',
  by: (who, day) => `${who}, ${day}`,
  offered: (source) => `Dywed ${source}`,
  since: (day) => `ers ${day}`,
  answer: (field) => `Beth ddylai gyfrif ar gyfer “${field}”?`,
  rulings: {
    keep: 'Cadw’r hyn a ddangosir',
    take: 'Cymryd y geiriau newydd',
    always: 'Cymryd y ffynhonnell hon bob tro',
  },
  hints: {
    keep: 'Ni ofynnwn am y geiriau hyn eto.',
    take: 'Maent yn cyfrif o hyn ymlaen.',
    always: 'Mae ei geiriau diweddarach yn cyfrif yma hefyd.',
  },
  until: 'Mae eich ateb yn dal nes i berson newid y rhan honno eto.',
  ruled: { keep: 'Cadwyd', take: 'Cymerwyd', always: 'Mae’r ffynhonnell hon bob amser yn cyfrif' },
  decision: 'Cadw’r atebion',
  done: 'Cadwyd yr atebion.',
  agreed: 'Maent yn dweud yr un peth nawr.',
  did: 'Dywedodd beth sy’n cyfrif, lle dywedai ffynhonnell yn wahanol',
}
