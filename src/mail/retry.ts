/** When a letter is tried again. */

/** Minutes after the first, second… failure; then always the last. */
const AGAIN_MINUTES = [1, 5, 15, 60] as const

/** `tries`: how often it was tried, this time included. */
export function nextTry(tries: number, now: Date): string {
  const minutes = AGAIN_MINUTES[Math.max(0, tries - 1)] ?? AGAIN_MINUTES[AGAIN_MINUTES.length - 1] ?? 60
  return new Date(now.getTime() + minutes * 60_000).toISOString()
}
