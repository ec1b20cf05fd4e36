/** The words of a form, by the names of its inputs, whether they were just posted or are about to be shown. */
export type Words = {
  /** Trimmed; "" where there is nothing. */
  text: (name: string) => string
  all: (name: string) => readonly string[]
  has: (name: string) => boolean
}

/** What is written into a form; a tick that is not set has no entry. */
export type Posted = { readonly [name: string]: readonly string[] }

export const wordsOf = (posted: Posted): Words => ({
  text: (name) => plain(posted[name]?.[0] ?? ''),
  all: (name) => posted[name] ?? [],
  has: (name) => Object.hasOwn(posted, name),
})

/** Browsers end lines with two signs; one is kept. */
export const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** An input as a page draws it. Its words are found under its name without the numbers: see `keyOf`. */
export type Input =
  | {
      is: 'text'
      name: string
      type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number'
      /** Lines: a box of several. */
      lines?: number
      max?: number
      inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
      autocomplete?: string
    }
  | {
      is: 'one' | 'several'
      name: string
      options: Option[]
      /** Drawn closed, with what is chosen said. */ folded?: boolean
    }
  | { is: 'tick'; name: string }
  /** Inputs that belong together: one of a list, or one half of a field. `open`: drawn unfolded. */
  | { is: 'group'; name: string; said: string | null; open: boolean; folded: boolean; inputs: Input[] }

export type Option = { value: string; label: string; group?: string }

/** "places.0.postcode" as "places.postcode". */
export const keyOf = (name: string): string => name.replaceAll(/\.\d+(?=\.|$)/g, '')

/** What is wrong with one input: a sentence of text.editing.problems about it. */
export type Problem =
  | 'missing'
  | 'long'
  | 'many'
  | 'choose'
  | 'number'
  | 'money'
  | 'email'
  | 'web'
  | 'phone'
  | 'date'
  | 'time'
  | 'postcode'
  | 'area'
  | 'order'
  | 'wrong'
export type Wrong = {
  name: string
  problem: Problem
  /** Of "long" and "many". */ max?: number
  /** What cannot be used. */ value?: string
}
