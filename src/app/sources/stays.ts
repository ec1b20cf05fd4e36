/** Taking a run back, as the desk is told of it beforehand and afterwards. */
import { takeBackRun } from '../../desk/take-back-run.ts'
import type { Author } from '../../listings/claims.ts'
import type { FieldName } from '../../listings/listing.ts'
import { mayEverywhere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { LineCounts } from '../../store/runs/run-line.ts'
import type { Text } from '../../text/en.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import type { Shown } from './run-view.ts'
import { momentSaid, reportOf } from './said.ts'

/** Listings named at most. */
const NAMED = 50

export type StaysView = {
  /** How many listings. */
  count: number
  /** The first of them, each with what people changed. */
  listings: { listing: string; name: string; fields: { field: FieldName; by: Author; at: string }[] }[]
}
export type TakingBack = {
  source: { id: string; name: string }
  at: string
  /** It was applied, and nobody took it back. */
  undo: boolean
  will: string[]
  stays: StaysView
}

export async function staysOf({ store }: Pick<House, 'store'>, run: string): Promise<StaysView> {
  const kept = [...Map.groupBy(await store.stays(run), ({ listing }) => listing)]
  return {
    count: kept.length,
    listings: kept.slice(0, NAMED).map(([listing, fields]) => ({
      listing,
      name: fields[0]?.name ?? '',
      fields: fields.map(({ field, by, at }) => ({ field, by, at })),
    })),
  }
}

export async function takingBack(
  house: House,
  who: SignedIn | null,
  id: string,
  lang: Lang,
): Promise<Shown<TakingBack>> {
  if (mayEverywhere(who, 'run-sources') === null) return { is: 'refused' }
  const { store } = house
  const run = await store.run(id)
  if (run === null) return { is: 'unknown' }
  const text = texts(lang)
  const source = (await store.sources()).find((it) => it.id === run.source)
  return {
    is: 'shown',
    view: {
      source: { id: run.source, name: source?.name ?? run.source },
      at: momentSaid(run.startedAt, text),
      undo: run.state === 'applied',
      will: willSaid(await store.runCounts(id), reportOf(run)?.listings, text),
      stays: await staysOf(house, id),
    },
  }
}

function willSaid(
  counts: LineCounts | null,
  listings: { added: number; changed: number } | undefined,
  { sources: { undo: t } }: Text,
): string[] {
  const said: [count: number, say: (count: number) => string][] = [
    [counts?.added.all ?? listings?.added ?? 0, t.added],
    [counts?.changed.all ?? listings?.changed ?? 0, t.changed],
    [counts?.missing.all ?? 0, t.missing],
  ]
  return [...said.flatMap(([count, say]) => (count === 0 ? [] : [say(count)])), t.said, t.again]
}

export const takeBack = (house: House, who: SignedIn | null, run: string) => takeBackRun(who, run, house)
