/** Inputs as a page draws them: with their words, what stands in them, and what is wrong with them. */
import { keyOf, type Input, type Option, type Words, type Wrong } from '../../upkeep/form/words.ts'
import type { Text } from '../../text/en.ts'

export type ShownInput =
  | {
      is: 'text'
      name: string
      /** Its name without numbers: style sheets show some inputs with an answer of another. */
      key: string
      label: string
      hint: string | undefined
      value: string
      error: string | undefined
      /** Said under it: what was made of it. */
      note: string | undefined
      type: Extract<Input, { is: 'text' }>['type']
      lines: number | undefined
      inputmode: Extract<Input, { is: 'text' }>['inputmode']
      autocomplete: string | undefined
    }
  | {
      is: 'one' | 'several'
      name: string
      key: string
      label: string
      hint: string | undefined
      /** Under their headings; "" where there are none. */
      groups: { heading: string; options: Option[] }[]
      chosen: string[]
      folded: boolean
      open: boolean
      summary: string
      error: string | undefined
    }
  | { is: 'tick'; name: string; label: string; hint: string | undefined; checked: boolean }
  | { is: 'group'; name: string; label: string; fresh: boolean; open: boolean; inputs: ShownInput[] }

export type ShownError = { name: string; message: string }
type Showing = {
  words: Words
  errors: readonly ShownError[]
  notes: { [name: string]: string }
  /** Something in the notes is to be looked at before going on. */
  look: boolean
  text: Text
}

export function shownInput(input: Input, showing: Showing): ShownInput {
  const { words, errors, notes, text } = showing
  const { name } = input
  const key = keyOf(name)
  const { label, hint } = text.editing.inputs[key] ?? { label: name, hint: undefined }
  const error = errors.find((it) => it.name === name)?.message
  if (input.is === 'tick') return { is: 'tick', name, label, hint, checked: words.has(name) }
  if (input.is === 'group') {
    const inputs = input.inputs.map((it) => shownInput(it, showing))
    const noted = showing.look && namesOf(input.inputs).some((it) => showing.notes[it] !== undefined)
    const wrong = errors.some((it) => it.name.startsWith(`${name}.`) || namesOf([input]).includes(it.name))
    const list = name.split('.').at(-2) ?? ''
    const isItem = /\.\d+$/.test(name)
    const said = input.said ?? (isItem ? (text.editing.add[list] ?? label) : label)
    return {
      is: 'group',
      name,
      label: said,
      fresh: isItem && input.said === null,
      open: input.open || wrong || noted,
      inputs,
    }
  }
  if (input.is === 'text') {
    const { type, lines, inputmode, autocomplete } = input
    const about = { type, lines, inputmode, autocomplete, note: notes[name] }
    return { is: 'text', name, key, label, hint, value: words.text(name), error, ...about }
  }
  const chosen = [...words.all(name)]
  const groups = [...Map.groupBy(input.options, (it) => it.group ?? '')].map(([heading, options]) => ({
    heading,
    options,
  }))
  const named = input.options.filter(({ value }) => chosen.includes(value)).map((it) => it.label)
  return {
    is: input.is,
    name,
    key,
    label,
    hint,
    groups,
    chosen: input.is === 'one' && chosen.length === 0 ? [''] : chosen,
    folded: input.folded ?? false,
    open: error !== undefined,
    summary: text.editing.chosen(named),
    error,
  }
}

const namesOf = (inputs: readonly Input[]): string[] =>
  inputs.flatMap((input) => (input.is === 'group' ? namesOf(input.inputs) : [input.name]))

/** Each problem with the input it is about: where that input is not drawn, the nearest above it. One an input. */
export function errorsOf(wrong: readonly Wrong[], inputs: readonly Input[], text: Text): ShownError[] {
  const names = namesOf(inputs)
  const errors = new Map<string, ShownError>()
  for (const { name: said, problem, max = 0, value = '' } of wrong) {
    const parts = said.split('.')
    const tries = parts.map((_, n) => parts.slice(0, parts.length - n).join('.'))
    const name =
      tries.find((it) => names.includes(it)) ??
      names.find((it) => it.startsWith(`${parts[0]}.`)) ??
      names[0] ??
      said
    const label = text.editing.inputs[keyOf(name)]?.label ?? name
    if (!errors.has(name))
      errors.set(name, { name, message: text.editing.problems[problem](label, max, value) })
  }
  return [...errors.values()]
}
