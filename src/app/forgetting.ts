/**
 * A memory that forgets by itself. What people search for must not stay, not even in memory and not even on a quiet
 * night when nobody comes after them: each entry has a timer of its own.
 */
export type Forgetting<V> = {
  get: (key: string) => V | undefined
  set: (key: string, value: V) => void
  delete: (key: string) => void
}

/** `most`: entries at most; the oldest go first. */
export function forgetting<V>(milliseconds: number, most: number): Forgetting<V> {
  const kept = new Map<string, { value: V; timer: NodeJS.Timeout }>()
  const forget = (key: string): void => {
    clearTimeout(kept.get(key)?.timer)
    kept.delete(key)
  }
  return {
    get: (key) => kept.get(key)?.value,
    delete: forget,
    set(key, value) {
      forget(key)
      kept.set(key, { value, timer: setTimeout(() => kept.delete(key), milliseconds).unref() })
      for (const oldest of kept.keys()) if (kept.size > most) forget(oldest)
    },
  }
}
