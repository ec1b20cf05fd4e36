/** Every source as the desk's page lists it: in trouble first. */
import { figuresOf } from '../../imports/brake.ts'
import { failedInARow, healthOf, type Health } from '../../imports/health.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { RunHead, Source } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import { ago, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { qualityView } from '../quality-view.ts'
import { nextOf } from './due.ts'
import { everySaid, nextSaid, reportOf, runSaid } from './said.ts'

export type SourceCard = {
  id: string
  name: string
  /** Its publisher, where that is not its name. */
  whose: string | null
  kind: string
  reads: string
  next: string | null
  is: Health
  health: { state: string; said: { main: string; detail: string } }
  /** What came of its last run, in a sentence. */
  last: string | null
  /** Why the last run kept nothing: in English, as the program wrote it. */
  why: string | null
  /** Id of a run that waits for an answer. */
  asks: string | null
  stands: string
  /** Drafts made from it that wait to be looked through. */
  drafts: number
}

/** In this order they stand on the page. */
const ORDER: readonly Health[] = ['failed', 'waits', 'late', 'running', 'well', 'by-hand', 'never']
export const SHAPES: { [H in Health]: string } = {
  failed: 'full',
  waits: 'unconfirmed',
  late: 'due',
  running: 'waiting',
  well: 'confirmed',
  'by-hand': 'confirmed',
  never: 'unknown',
}
/** Runs of each source that are looked at, to tell how often it failed in a row. */
const LOOKED_AT = 10

export const kindSaid = (kind: string, { sources: t }: Text): string => t.kinds[kind] ?? t.otherKind

export async function sourceList(
  house: House,
  who: SignedIn | null,
  lang: Lang,
): Promise<{ is: 'shown'; sources: SourceCard[] } | { is: 'refused' }> {
  if (mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const { store } = house
  const [all, runs, quality] = await Promise.all([
    store.sources(),
    store.lastRuns(LOOKED_AT),
    qualityView(house, lang),
  ])
  const counted = new Map(quality.sources.map((it) => [it.id, it]))
  const none = { listings: 0, confirmed: 0 }
  const cards = await Promise.all(
    all.map((source) =>
      cardOf(house, source, runs.get(source.id) ?? [], counted.get(source.id) ?? none, lang),
    ),
  )
  const sorted = cards.sort(
    (a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is) || a.name.localeCompare(b.name, lang),
  )
  return { is: 'shown', sources: sorted }
}

export async function cardOf(
  house: House,
  source: Source,
  heads: readonly RunHead[],
  { listings, confirmed }: { listings: number; confirmed: number },
  lang: Lang,
): Promise<SourceCard> {
  const text = texts(lang)
  const t = text.sources
  const now = house.now()
  const [last] = heads
  const every = source.arranged?.every ?? null
  return {
    id: source.id,
    name: source.name,
    // What was invented says so by its kind.
    whose: source.publisher === source.name || source.kind === 'demonstration' ? null : source.publisher,
    kind: kindSaid(source.kind, text),
    reads: everySaid(every, text),
    next: nextSaid(every, now, text),
    is: healthOf(source, heads, now, nextOf),
    health: healthSaid(source, heads, now, text),
    last: last === undefined ? null : await lastSaid(house, last, text),
    why: typeof last?.why === 'string' ? figuresOf(last.why) : null,
    asks: last?.asks === true && last.state === 'refused' ? last.id : null,
    stands: listings === 1 ? t.standsOne(confirmed) : t.stands(listings, confirmed),
    drafts: (await house.store.registers.countDrafts(source.id)).waiting,
  }
}

export function healthSaid(
  source: Source,
  heads: readonly RunHead[],
  now: Date,
  text: Text,
): SourceCard['health'] {
  const t = text.sources
  const health = healthOf(source, heads, now, nextOf)
  const detail =
    health === 'failed'
      ? t.failedTimes(failedInARow(heads))
      : health === 'late' && source.lastRunAt !== null
        ? ago(source.lastRunAt, now, text)
        : ''
  return { state: SHAPES[health], said: { main: t.health[health] ?? '', detail } }
}

export async function lastSaid({ store, now }: House, head: RunHead, text: Text): Promise<string> {
  const [run, counts] = await Promise.all([store.run(head.id), store.runCounts(head.id)])
  return runSaid(head, { report: run && reportOf(run), counts }, now(), text)
}
