/** How long questions take, one after the other. */

/** Milliseconds at which half, 95 and 99 in 100 were answered; how many were asked. */
export type Times = { p50: number; p95: number; p99: number; asked: number }

const WARM_UP = 30

/** Asks each of a list for `cap` milliseconds at most; some first, so that what is measured has been compiled. */
export async function timed<T>(
  list: readonly T[],
  ask: (one: T) => Promise<unknown>,
  cap: number,
): Promise<Times> {
  const times: number[] = []
  for (const one of list.slice(0, WARM_UP)) await ask(one)
  const stop = performance.now() + cap
  for (const one of list) {
    const from = performance.now()
    await ask(one)
    times.push(performance.now() - from)
    if (performance.now() > stop) break
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), asked: times.length }
}
