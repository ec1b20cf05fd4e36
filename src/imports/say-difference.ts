/** The difference of a run as a person reads it on a terminal: what a dry run would do. */
import { fieldSaid } from '../listings/field-words.ts'
import { LINE_KINDS, type Difference, type LineChange, type LineKind } from '../store/runs/run-line.ts'
import { en } from '../text/en.ts'

/** Lines of one kind printed; characters of one value. */
const SHOWN = 20
const WIDEST = 60

const HEADS: { [K in LineKind]: string } = {
  added: 'Would be added',
  changed: 'Would change',
  back: 'Back again',
  missing: 'Not there any more',
  conflict: 'A person said otherwise: waits for the desk',
  ended: 'Would end',
}

export function sayDifference({ lines, counts }: Difference): string {
  const parts = LINE_KINDS.filter((is) => counts[is] > 0).map((is) => {
    const shown = lines.filter((line) => line.is === is).slice(0, SHOWN)
    const more = counts[is] - shown.length
    return [
      `${HEADS[is]} (${counts[is].toLocaleString('en-GB')}):`,
      ...shown.flatMap(({ name, changes }) => [`  ${name}`, ...changes.map(sayChange)]),
      ...(more > 0 ? [`  and ${more.toLocaleString('en-GB')} more`] : []),
    ].join('\n')
  })
  return parts.join('\n\n')
}

function sayChange({ field, from, to, said, hidden }: LineChange): string {
  const name = en.pages.listing.fields[field].toLowerCase()
  if (hidden) return `    ${name}: hidden from the public`
  const who = said === null ? '' : ` (said by ${said.source})`
  return `    ${name}: ${words(field, from)}${who} → ${words(field, to)}`
}

function words(field: LineChange['field'], value: unknown): string {
  const text = (fieldSaid(field, value, en, () => null) ?? ['…']).join('; ').replace(/\s+/g, ' ')
  if (text === '') return 'nothing'
  return text.length > WIDEST ? `“${text.slice(0, WIDEST)}…”` : `“${text}”`
}
