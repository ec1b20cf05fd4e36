/** One page may ask many questions (ways on, a map beside a list): together they get the time that one question has. */
import { AsyncLocalStorage } from 'node:async_hooks'

/** Of a page's two seconds; what is left is for the embedded index, the store and the words. Milliseconds. */
const PAGE_MS = 1500

const ends = new AsyncLocalStorage<number>()

/** Everything that `work` asks of search servers must be answered within PAGE_MS from now. */
export const asOnePage = <T>(work: () => T): T => ends.run(performance.now() + PAGE_MS, work)

/** Milliseconds that the page has left; Infinity where no page is being made. */
export const pageLeft = (): number => (ends.getStore() ?? Number.POSITIVE_INFINITY) - performance.now()
