/** Kinds with one input each. */
import { asText, itemsOf, type Drawn, type Kind } from './kind.ts'
import { plain, type Input, type Option } from './words.ts'

type TextInput = Omit<Extract<Input, { is: 'text' }>, 'is' | 'name'>

export const words = (how: TextInput = {}): Kind => ({
  write: (name, value) => ({ [name]: [asText(value)] }),
  read: (name, said) => plain(said.text(name)) || undefined,
  inputs: (name) => [{ is: 'text', name, ...how }],
})

/** Numbers. */
export const number = (how: TextInput = {}): Kind => ({
  write: (name, value) => ({ [name]: [typeof value === 'number' ? String(value) : ''] }),
  read: (name, said, _was, _around, wrong) => {
    const typed = plain(said.text(name))
    if (typed === '') return undefined
    if (/^\d{1,4}(\.\d{1,2})?$/.test(typed)) return Number(typed)
    wrong({ name, problem: 'number', value: typed })
    return typed
  },
  inputs: (name) => [{ is: 'text', name, inputmode: 'numeric', ...how }],
})

/** Pence, typed as pounds: "2", "£2.50", "50p". */
export const money: Kind = {
  write: (name, value) => ({ [name]: [typeof value === 'number' ? pounds(value) : ''] }),
  read: (name, said, _was, _around, wrong) => {
    const typed = plain(said.text(name)).replaceAll(' ', '')
    if (typed === '') return undefined
    const [, pence] = /^(\d{1,4})p$/i.exec(typed) ?? []
    if (pence !== undefined) return Number(pence)
    const [, whole, part = '0'] = /^£?(\d{1,5})(?:\.(\d{1,2}))?$/.exec(typed) ?? []
    if (whole !== undefined) return Number(whole) * 100 + Number(part.padEnd(2, '0'))
    wrong({ name, problem: 'money' })
    return undefined
  },
  inputs: (name) => [{ is: 'text', name, inputmode: 'decimal' }],
}
const pounds = (pence: number) => (pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2))

/** Characters of an address that are looked at: the schema says of a longer one that it is too long. */
const WEB_LOOKED = 2001
/** Web addresses, which people write without their beginning. */
export const web: Kind = {
  write: (name, value) => ({ [name]: [asText(value)] }),
  read: (name, said, _was, _around, wrong) => {
    const typed = plain(said.text(name)).slice(0, WEB_LOOKED)
    if (typed === '') return undefined
    const whole =
      /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]*\.[^/]*:\d/.test(typed) ? typed : `https://${typed}`
    // The schema takes any address with a host; people mean one with a dot in it.
    if (!/^https?:\/\/[^/?#]+\.[^/?#\s]+/i.test(whole)) wrong({ name, problem: 'web' })
    return whole
  },
  inputs: (name) => [{ is: 'text', name, type: 'text', inputmode: 'url', autocomplete: 'url' }],
}

/** Digits enough to ring. */
const FEWEST_DIGITS = 3
export const telephone: Kind = {
  write: (name, value) => ({ [name]: [asText(value)] }),
  read: (name, said, _was, _around, wrong) => {
    const typed = plain(said.text(name))
    if (typed === '') return undefined
    if (typed.replace(/\D/g, '').length < FEWEST_DIGITS || /[<>{}"]/.test(typed))
      wrong({ name, problem: 'phone' })
    return typed
  },
  inputs: (name) => [{ is: 'text', name, type: 'tel', inputmode: 'tel', autocomplete: 'tel' }],
}

/** A tick. Not set it says nothing, unless it said "no" before, or (`other`) no is what it says then. */
export const tick = ({ other = false }: { other?: boolean } = {}): Kind => ({
  write: (name, value): Record<string, string[]> =>
    value === true || (other && value === undefined) ? { [name]: ['yes'] } : {},
  read: (name, said, was) => (said.has(name) ? true : other || was === false ? false : undefined),
  inputs: (name) => [{ is: 'tick', name }],
})

type Choices = readonly string[] | ((drawn: Pick<Drawn, 'taxonomy'>) => readonly string[])
const all = (choices: Choices, drawn: Pick<Drawn, 'taxonomy'>) =>
  typeof choices === 'function' ? choices(drawn) : choices
type Labels = (drawn: Drawn, value: string) => Omit<Option, 'value'>

/** `none`: an answer that says nothing, where somebody may take theirs back. */
export const one = (choices: Choices, label: Labels, none?: (drawn: Drawn) => string): Kind => ({
  write: (name, value) => ({ [name]: typeof value === 'string' ? [value] : [] }),
  read: (name, said) => said.text(name) || undefined,
  inputs: (name, _was, drawn) => {
    const options = all(choices, drawn).map((value) => ({ value, ...label(drawn, value) }))
    return [{ is: 'one', name, options: none ? [{ value: '', label: none(drawn) }, ...options] : options }]
  },
})

/** Any of several. What stood there and is not offered any more stays; what stays keeps its order. */
export const several = (choices: Choices, label: Labels, how: { folded?: boolean } = {}): Kind => ({
  write: (name, value) => ({ [name]: itemsOf(value).map(String) }),
  read: (name, said, was, around) => {
    const offered = new Set(all(choices, around))
    const chosen = new Set(
      said
        .all(name)
        .map(plain)
        .filter((it) => it !== ''),
    )
    const kept = itemsOf(was).filter((it) => chosen.has(String(it)) || !offered.has(String(it)))
    const there = new Set(kept.map(String))
    return [...kept, ...[...chosen].filter((it) => !there.has(it))]
  },
  inputs: (name, _was, drawn) => [
    {
      is: 'several',
      name,
      ...how,
      options: all(choices, drawn).map((value) => ({ value, ...label(drawn, value) })),
    },
  ],
})
