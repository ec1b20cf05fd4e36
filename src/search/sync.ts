/** The index at the store's heels: what changes there is found here, in order, whoever changed it. */
import { documentsIn, everything, type ChangeFeed } from './change-feed.ts'
import { checkIndex, type IndexCheck } from './check-index.ts'
import type { SearchEngine } from './engine.ts'
import type { DocumentRules } from './make-document.ts'

/** The part of an engine that is written: what follows a store needs to ask no question. */
export type Followed = Pick<
  SearchEngine,
  'applied' | 'apply' | 'rebuild' | 'prints' | 'printsOf' | 'tidy' | 'health'
>

/**
 * One process writes an index at a time. Runs the work and gives what it gives; null: it is another process's turn.
 * `still()` is to be asked before each step: false where the turn was lost.
 */
export type Turn = <T>(work: (still: () => boolean) => Promise<T>) => Promise<T | null>

export type Follower = {
  /** Follows by itself from now on, so that an import in another process shows within two seconds. */
  start(): void
  stop(): void
  /**
   * Takes in what the store has now. Waits `patience` milliseconds at most where there is an index to answer from
   * meanwhile, so that a page never waits for a long import; Infinity: until all is in. Cheap to call before each question.
   */
  catchUp(patience?: number): Promise<void>
  /** Builds a new index beside the old one. */
  rebuild(): Promise<void>
  /** Compares index and store, every listing. */
  check(): Promise<IndexCheck>
}

type FollowerOptions = {
  /** Listings in the largest batch: what a web process does between two requests. */
  batch?: number
  /** Milliseconds between two looks at the store when nobody asks. */
  poll?: number
  /** Told of a failure; the next look tries again. */
  onError?: (error: unknown) => void
  /** Milliseconds that a batch may take; the next one is smaller where it took longer. */
  longest?: number
  /** Where writing is not one transaction of one file. */
  turn?: Turn
}

/** Questions that follow each other within so many milliseconds look at the store once. */
const FRESH = 250
/** A page waits so long at most for what changed. Milliseconds. */
const PATIENCE = 100
/** Milliseconds that a batch may keep a web process from answering. */
const LONGEST_BATCH = 25
/** How often it is asked whether another process has had its turn. Milliseconds. */
const TURN_MS = 250
/** How often it is looked for what killed builds and older settings left, from the start on. Milliseconds. */
const TIDY_MS = 60 * 60_000
const FREE: Turn = (work) => work(() => true)
/**
 * Behind by more changes than this, and by more than there are documents: a new index is sooner built than this one
 * brought up to date.
 */
const FAR_BEHIND = 5000

export function follow(
  feed: ChangeFeed,
  engine: Followed,
  rules: DocumentRules,
  {
    batch = 200,
    poll = 1000,
    onError = () => undefined,
    longest = LONGEST_BATCH,
    turn = FREE,
  }: FollowerOptions = {},
): Follower {
  let running: Promise<void> | null = null
  let looked = -Infinity
  let tidied = -Infinity
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const rebuild = async (still = () => true) =>
    engine.rebuild(everything(feed, rules, still), await feed.lastChange())

  /** In this process's turn, which comes when another's is over. */
  const inTurn = async <T>(work: (still: () => boolean) => Promise<T>): Promise<T | null> => {
    for (;;) {
      const done = await turn(async (still) => ({ value: await work(still) }))
      if (done !== null) return done.value
      if (stopped) return null
      await new Promise((resolve) => setTimeout(resolve, TURN_MS))
    }
  }

  const run = async () => {
    if (isUntidy() || (await engine.applied()) !== (await feed.lastChange())) await inTurn(bring)
    looked = performance.now()
  }

  const isUntidy = () => performance.now() - tidied >= TIDY_MS

  const tidy = async () => {
    tidied = performance.now()
    // Nothing hangs on it: what could not be taken away now goes an hour later.
    await engine.tidy().catch(() => undefined)
  }

  const bring = async (still: () => boolean) => {
    if (isUntidy()) await tidy()
    const applied = await engine.applied()
    const last = await feed.lastChange()
    // Below zero: no index, or one made with other settings. Ahead: the store is another one, or came from a backup.
    if (applied < 0 || applied > last || (await isFarBehind(last - applied))) await rebuild(still)
    let size = longest === Infinity ? batch : Math.ceil(batch / 4)
    for (let more = true; more && !stopped && still();) {
      const from = performance.now()
      more = await oneBatch(Math.ceil(size))
      const took = performance.now() - from
      size = Math.min(batch, Math.max(1, took > longest ? size / 2 : size * 1.5))
      await new Promise(setImmediate)
    }
  }

  const isFarBehind = async (changes: number) =>
    changes > FAR_BEHIND && changes > (await engine.health()).documents

  /** True where there may be more. */
  const oneBatch = async (size: number): Promise<boolean> => {
    const applied = await engine.applied()
    const last = await feed.lastChange()
    if (applied < 0 || applied >= last) return false
    const changes = await feed.changesSince(applied, size)
    const { documents, hidden } = documentsIn(changes.known, rules)
    if (stopped) return false
    // Numbers that no listing has any more are passed over, or the index would seem behind for ever.
    const upTo = changes.more ? changes.upTo : Math.max(changes.upTo, last)
    await engine.apply(documents, [...changes.removed, ...hidden], upTo)
    return changes.more
  }

  const once = (): Promise<void> => {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  return {
    start() {
      stopped = false
      timer ??= setInterval(() => void once().catch(onError), poll).unref()
    },
    stop() {
      stopped = true
      if (timer) clearInterval(timer)
      timer = null
    },
    async catchUp(patience = PATIENCE) {
      if (patience !== Infinity && performance.now() - looked < FRESH) return
      if (patience === Infinity || (await engine.applied()) < 0) return once()
      // A question is answered from the index as it is when the store cannot be read or the index cannot be written.
      await Promise.race([once().catch(onError), new Promise((resolve) => setTimeout(resolve, patience))])
    },
    rebuild: async () => void (await inTurn(rebuild)),
    check: () => checkIndex(feed, engine, rules),
  }
}
