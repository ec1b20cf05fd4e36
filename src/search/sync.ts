/** The index at the store's heels: what changes there is found here, in order, whoever changed it. */
import type { SearchEngine } from './engine.ts'
import { documentOf, type DocumentRules, type KnownListing } from './make-document.ts'
import type { SearchDocument } from './document.ts'
import { printOf } from './document-print.ts'

/** What is followed: the store is one. Listings that changed after a number, oldest change first. */
export interface ChangeFeed {
  lastChange(): Promise<number>
  changesSince(
    change: number,
    limit: number,
  ): Promise<{ known: KnownListing[]; removed: string[]; upTo: number; more: boolean }>
}

/** The part of an engine that is written: what follows a store needs to ask no question. */
export type Followed = Pick<SearchEngine, 'applied' | 'apply' | 'rebuild' | 'prints' | 'health'>

/**
 * One process writes an index at a time. Runs the work and gives what it gives; null: it is another process's turn.
 * `still()` is to be asked before each step: false where the turn was lost.
 */
export type Turn = <T>(work: (still: () => boolean) => Promise<T>) => Promise<T | null>

export type IndexCheck = {
  /** Listings that should be found, and those that the index holds. */
  expected: number
  indexed: number
  /** Ids: not in the index, in it although they should not be, in it with other content than the store's. */
  missing: string[]
  leftOver: string[]
  different: string[]
  /** Why the index is none of ours; null: it is. */
  why: string | null
  same: boolean
}

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
const PATIENCE = 100
const BUILD_BATCH = 200
/** How often an index is compared with a store that goes on changing. */
const CHECKS = 3
/** Longer than a follower takes to look again. Milliseconds. */
const CHECK_MS = 1500
/** Milliseconds that a batch may keep a web process from answering. */
const LONGEST_BATCH = 25
/** How often it is asked whether another process has had its turn. Milliseconds. */
const TURN_MS = 250
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
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const split = (known: readonly KnownListing[]) => {
    const documents: SearchDocument[] = []
    const hidden: string[] = []
    for (const it of known) {
      const document = documentOf(it, rules)
      if (document) documents.push(document)
      else hidden.push(it.listing.id)
    }
    return { documents, hidden }
  }

  async function* everything(still = () => true): AsyncGenerator<SearchDocument[]> {
    for (let from = 0, more = true; more;) {
      const changes = await feed.changesSince(from, BUILD_BATCH)
      if (!still()) throw new Error('another process began to write the index')
      yield split(changes.known).documents
      more = changes.more
      from = changes.upTo
    }
  }

  const rebuild = async (still = () => true) => engine.rebuild(everything(still), await feed.lastChange())

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
    if ((await engine.applied()) !== (await feed.lastChange())) await inTurn(bring)
    looked = performance.now()
  }

  const bring = async (still: () => boolean) => {
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

  const compare = async (): Promise<IndexCheck> => {
    const held = await engine.prints()
    const indexed = held.size
    const [missing, different]: [string[], string[]] = [[], []]
    let expected = 0
    for await (const documents of everything())
      for (const document of documents) {
        expected++
        const print = held.get(document.id)
        if (print === undefined) missing.push(document.id)
        else if (print !== printOf(document)) different.push(document.id)
        held.delete(document.id)
      }
    const leftOver = [...held.keys()]
    const { why } = await engine.health()
    const same = why === null && [missing, leftOver, different].every((ids) => ids.length === 0)
    return { expected, indexed, missing, leftOver, different, why, same }
  }

  const isFarBehind = async (changes: number) =>
    changes > FAR_BEHIND && changes > (await engine.health()).documents

  /** True where there may be more. */
  const oneBatch = async (size: number): Promise<boolean> => {
    const applied = await engine.applied()
    const last = await feed.lastChange()
    if (applied < 0 || applied >= last) return false
    const changes = await feed.changesSince(applied, size)
    const { documents, hidden } = split(changes.known)
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
    async check() {
      for (let left = CHECKS; ; left--) {
        const before = [await feed.lastChange(), await engine.applied()]
        const found = await compare()
        const after = [await feed.lastChange(), await engine.applied()]
        // What changed while it was compared is no difference, nor what is just being followed.
        const still = String(before) === String(after) && after[0] === after[1]
        if (found.same || left <= 1 || still) return found
        await new Promise((resolve) => setTimeout(resolve, CHECK_MS))
      }
    },
  }
}
