/** Whom a listing serves, by where they live. */
import { COUNTRIES } from '../../listings/countries.ts'
import { plainPhrase } from '../../listings/plain-words.ts'
import { asText, itemsOf, partOf, type Around, type Kind } from './kind.ts'
import { plain, type Wrong, type Words } from './words.ts'

const KINDS = ['anyone', 'country', 'radius', 'areas', 'postcodes', 'practices'] as const

const lines = (text: string, parting: RegExp = /\n/): string[] =>
  text
    .split(parting)
    .map(plain)
    .filter((it) => it !== '')

/** Names one a line; where there are fewer names than codes, the codes. */
function namesOf(value: unknown): string[] {
  const names = itemsOf(partOf(value, 'names')).map(String)
  const codes = itemsOf(partOf(value, 'codes')).map(String)
  return names.length > 0 && names.length >= codes.length ? names : codes
}

function areasOf(
  name: string,
  words: Words,
  was: unknown,
  { areas }: Around,
  wrong: (it: Wrong) => void,
): unknown {
  const said = lines(words.text(`${name}.names`))
  const before = namesOf(was)
  if (partOf(was, 'kind') === 'areas' && said.join('\n') === before.join('\n')) return was
  const found = said.map((one) => {
    const at = before.indexOf(one)
    const code = partOf(was, 'kind') === 'areas' ? itemsOf(partOf(was, 'codes'))[at] : undefined
    if (typeof code === 'string') return { code, name: one }
    const area = areas.find((it) => plainPhrase(it.name) === plainPhrase(one) || it.code === one)
    if (area === undefined) wrong({ name: `${name}.names`, problem: 'area', value: one })
    return area ?? { code: '', name: one }
  })
  return { kind: 'areas', codes: found.map(({ code }) => code), names: found.map((it) => it.name) }
}

function practicesOf(name: string, words: Words, was: unknown): unknown {
  const said = lines(words.text(`${name}.practices`))
  if (partOf(was, 'kind') === 'practices' && said.join('\n') === namesOf(was).join('\n')) return was
  return { kind: 'practices', codes: [], names: said }
}

export const catchment: Kind = {
  write: (name, value) => {
    const miles = partOf(value, 'miles')
    const kind = asText(partOf(value, 'kind'))
    return {
      [`${name}.kind`]: kind === '' ? [] : [kind],
      [`${name}.miles`]: [typeof miles === 'number' ? String(miles) : ''],
      [`${name}.country`]: kind === 'country' ? [asText(partOf(value, 'code'))] : [],
      [`${name}.names`]: [kind === 'areas' ? namesOf(value).join('\n') : ''],
      [`${name}.starts`]: [itemsOf(partOf(value, 'starts')).join(', ')],
      [`${name}.practices`]: [kind === 'practices' ? namesOf(value).join('\n') : ''],
    }
  },
  read: (name, words, was, around, wrong) => {
    const kind = words.text(`${name}.kind`)
    if (kind === '') return undefined
    if (kind === 'radius') {
      const typed = words.text(`${name}.miles`)
      const miles = /^\d{1,3}(\.\d{1,3})?$/.test(typed) ? Number(typed) : Number.NaN
      if (Number.isNaN(miles)) wrong({ name: `${name}.miles`, problem: 'number' })
      return { kind, miles }
    }
    if (kind === 'areas') return areasOf(name, words, was, around, wrong)
    if (kind === 'postcodes') {
      const starts = lines(words.text(`${name}.starts`), /[\n,;]/)
      return {
        kind,
        starts:
          partOf(was, 'kind') === kind && same(starts, partOf(was, 'starts'))
            ? partOf(was, 'starts')
            : starts.map((it) => it.toUpperCase()),
      }
    }
    if (kind === 'practices') return practicesOf(name, words, was)
    if (kind === 'country') return { kind, code: words.text(`${name}.country`) || 'GB' }
    return { kind }
  },
  inputs: (name, was, { text, areas }) => {
    const now = partOf(was, 'kind')
    const offered = KINDS.filter(
      (kind) => kind === now || (kind !== 'practices' && (kind !== 'areas' || areas.length > 0)),
    )
    const { options } = text.editing
    return [
      {
        is: 'one',
        name: `${name}.kind`,
        options: offered.map((value) => ({ value, label: options.catchment[value] ?? value })),
      },
      { is: 'text', name: `${name}.miles`, inputmode: 'decimal' },
      ...(offered.includes('areas') ? [{ is: 'text' as const, name: `${name}.names`, lines: 3 }] : []),
      { is: 'text', name: `${name}.starts` },
      {
        is: 'one',
        name: `${name}.country`,
        options: COUNTRIES.map((value) => ({ value, label: text.facts.country[value] })),
      },
      ...(offered.includes('practices')
        ? [{ is: 'text' as const, name: `${name}.practices`, lines: 3 }]
        : []),
    ]
  },
}
const same = (a: readonly string[], b: unknown) =>
  itemsOf(b).length === a.length && itemsOf(b).every((it, at) => it === a[at])
