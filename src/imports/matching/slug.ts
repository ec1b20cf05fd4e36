/** The address of a listing: its name in small letters, with what tells it from others of the name. */

/** Characters of a name that go into an address. */
const LONGEST = 60

const ASCII = /^[ -~]*$/

export function slugOf(text: string): string {
  const slug = (ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return slug || 'listing'
}

/**
 * Slugs to try in this order: the name, the name and half a postcode, the name and the end of its id.
 * The last is free for certain.
 */
export function slugChoices(name: string, id: string, postcode: string | undefined): (() => string)[] {
  const base = slugOf(name)
  const outcode = postcode?.split(' ')[0]?.toLowerCase()
  return [
    () => base,
    () => (outcode ? `${base}-${outcode}` : base),
    () => `${base}-${id.replaceAll('-', '').slice(-10)}`,
  ]
}
