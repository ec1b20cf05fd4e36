/** True where two values of fields say the same: deep, whatever the order of keys; a key without a value is no key. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b)
  return sameKeys(a as Keyed, b as Keyed) && countKeys(a as Keyed) === countKeys(b as Keyed)
}

type Keyed = { [key: string]: unknown }

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false
  return true
}

function sameKeys(a: Keyed, b: Keyed): boolean {
  for (const key in a) {
    if (a[key] === undefined) continue
    if (!Object.hasOwn(b, key) || !sameValue(a[key], b[key])) return false
  }
  return true
}

function countKeys(value: Keyed): number {
  let count = 0
  for (const key in value) if (value[key] !== undefined) count++
  return count
}
