/** How long tests wait. These end what hangs and measure nothing: what is promised in seconds is measured by `bench -- in-time`. */

/** For what comes by itself in a moment: where two processors do the work of four, a moment is long. Milliseconds. */
export const SOON = { timeout: 30_000, interval: 50 }
/** Whoever waited longer for an answer waits for somebody who hangs. Milliseconds. */
export const HANGS_MS = 10_000
