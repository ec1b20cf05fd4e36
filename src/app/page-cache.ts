/**
 * A short memory for anonymous pages: the same address within a second is answered with the same bytes.
 * It stands in front of Astro (about 200 µs of CPU a page) and costs about 9. Requests for the same page that
 * arrive while it is being made wait for it instead of making it again.
 */
import type { OutgoingHttpHeaders } from 'node:http'

export type Made = { status: number; headers: OutgoingHttpHeaders; body: Buffer; keepFor: number }
export type Kept = { status: number; headers: OutgoingHttpHeaders; body: Buffer; until: number }

/** Milliseconds a page is kept. With the index's own second, an import still shows within two. */
export const KEEP_MS = 1000
/** Milliseconds a built file is kept, whose name changes with what is in it. */
export const KEEP_BUILT_MS = 3_600_000
/** Bytes of bodies kept at most: some thousand pages. */
export const KEEP_BYTES = 32 * 1024 * 1024

export class PageCache {
  #pages = new Map<string, Kept>()
  #making = new Map<string, Promise<Kept>>()
  #bytes = 0
  readonly #clock: () => number

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  get(key: string): Kept | null {
    const page = this.#pages.get(key)
    if (page === undefined) return null
    if (page.until > this.#clock()) return page
    this.#forget(key, page)
    return null
  }

  /** Gives the page, made at most once at a time. `keepFor`: milliseconds; 0: it must not be kept. */
  make(key: string, make: () => Promise<Made>): Promise<Kept> {
    const underWay = this.#making.get(key)
    if (underWay !== undefined) return underWay
    const page = make()
      .then(({ keepFor, ...made }) => {
        const kept = { ...made, until: this.#clock() + keepFor }
        if (keepFor > 0) this.#keep(key, kept, keepFor)
        return kept
      })
      .finally(() => this.#making.delete(key))
    this.#making.set(key, page)
    return page
  }

  #keep(key: string, page: Kept, keepFor: number): void {
    if (page.body.length > KEEP_BYTES / 8) return
    const before = this.#pages.get(key)
    if (before) this.#forget(key, before)
    this.#pages.set(key, page)
    this.#bytes += page.body.length
    // What was searched must not stay in memory until somebody else comes: see forgetting.ts.
    const forget = () => this.#pages.get(key) === page && this.#forget(key, page)
    setTimeout(forget, keepFor).unref()
    for (const [oldest, old] of this.#pages) {
      if (this.#bytes <= KEEP_BYTES) break
      this.#forget(oldest, old)
    }
  }

  #forget(key: string, page: Kept): void {
    this.#pages.delete(key)
    this.#bytes -= page.body.length
  }
}
