/** A form as it was sent: everything as typed, so that nothing is lost when something is wrong with it. */
export type Sent = {
  /** Trimmed; "" where nothing was sent. */
  text: (name: string) => string
  all: (name: string) => string[]
  has: (name: string) => boolean
}

/** Characters of one field that are looked at: more is no answer of a person. */
const FIELD_MAX = 10_000

/** null: the page was only asked for. Never throws: a body that is no form is an empty one. */
export async function sent(request: Request): Promise<Sent | null> {
  if (request.method !== 'POST') return null
  const data = await request.formData().catch(() => new FormData())
  const words = (value: FormDataEntryValue) =>
    // Nobody types a NUL, and PostgreSQL takes none.
    typeof value === 'string' ? value.slice(0, FIELD_MAX).replaceAll('\0', '').trim() : ''
  // Gone through once: looked for one by one, thirty thousand fields nobody asked for would hold up everybody.
  const fields = new Map<string, string[]>()
  for (const [name, value] of data) {
    const there = fields.get(name)
    if (there === undefined) fields.set(name, [words(value)])
    else there.push(words(value))
  }
  return {
    text: (name) => fields.get(name)?.[0] ?? '',
    all: (name) => [...(fields.get(name) ?? [])],
    has: (name) => fields.has(name),
  }
}
