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
  const words = (value: FormDataEntryValue | null) =>
    typeof value === 'string' ? value.slice(0, FIELD_MAX).trim() : ''
  return {
    text: (name) => words(data.get(name)),
    all: (name) => data.getAll(name).map(words),
    has: (name) => data.has(name),
  }
}
