/** Everything about one source, and its runs newest first. */
import { isAddress } from '../../imports/arranged.ts'
import { shownAddress } from '../../imports/fetching/outcome.ts'
import type { FieldName } from '../../listings/listing.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Source } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { figuresOf } from '../../imports/brake.ts'
import { qualityView } from '../quality-view.ts'
import { correctionsFor } from './corrections.ts'
import { commandFor } from './command.ts'
import { cardOf, lastSaid, type SourceCard } from './list-view.ts'
import type { Shown } from './run-view.ts'
import { momentSaid, SHAPE, stateOf } from './said.ts'

/** Runs of one page. */
const PAGE = 20
/** No source has more: what an address asks beyond is asked in vain. */
const LAST_PAGE = 1000

export type RunRow = {
  id: string
  at: string
  health: { state: string; said: { main: string; detail: string } }
  said: string
  why: string | null
}
export type SourceView = SourceCard & {
  source: Pick<Source, 'publisher' | 'licence' | 'licence_url' | 'attribution' | 'url'>
  /** Files, a folder or an address; []: it is named on the command line. */
  at: string[]
  profile: string | null
  /** What is believed otherwise than of any list; `usual` where nothing is. */
  ranks: { name: string; words: string }[]
  usual: string
  /** It can be read from here: it is arranged where. */
  readable: boolean
  /** What to type where it cannot. */
  command: string
  /** Things that people put right since, to send back. */
  corrections: number
  runs: RunRow[]
  /** The page of older runs; null: these are the oldest. */
  older: number | null
}

/** A field of each group in data/source-ranks.json: what it is usually believed stands there. */
const FIELD_OF: { [group: string]: FieldName } = {
  identity: 'name',
  contact: 'phone',
  times: 'sessions',
  place: 'places',
  eligibility: 'eligibility',
  'getting-in': 'access',
  tags: 'needs',
  safeguarding: 'safeguarding',
  status: 'status',
}

export async function sourcePage(
  house: House,
  who: SignedIn | null,
  asked: { source: string; page: number },
  lang: Lang,
): Promise<Shown<SourceView>> {
  if (mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const { store } = house
  const source = (await store.sources()).find(({ id }) => id === asked.source)
  if (source === undefined) return { is: 'unknown' }
  const text = texts(lang)
  const page = Math.min(Math.max(1, Math.trunc(asked.page) || 1), LAST_PAGE)
  const heads = (await store.lastRuns(page * PAGE + 1)).get(source.id) ?? []
  const quality = (await qualityView(house, lang)).sources.find(({ id }) => id === source.id)
  const counted = { listings: quality?.listings ?? 0, confirmed: quality?.confirmed ?? 0 }
  const shown = heads.slice((page - 1) * PAGE, page * PAGE)
  const { arranged } = source
  // What stands behind the "?" can be a key.
  const at = (arranged?.at ?? []).map((one) => (isAddress(one) ? shownAddress(one) : one))
  return {
    is: 'shown',
    view: {
      ...(await cardOf(house, source, heads, counted, lang)),
      source,
      at,
      profile: arranged?.profile ?? null,
      ranks: ranksSaid(house, source, text),
      usual: arranged?.author === 'register' ? text.sources.one.ranksRegister : text.sources.one.ranksUsual,
      readable: at.length > 0,
      command: commandFor(source),
      corrections: (await correctionsFor(house, source.id))?.lines ?? 0,
      runs: await Promise.all(
        shown.map(async (head) => {
          const state = stateOf(head)
          return {
            id: head.id,
            at: momentSaid(head.startedAt, text),
            health: { state: SHAPE[state], said: { main: text.sources.runs.state[state] ?? '', detail: '' } },
            said: await lastSaid(house, head, text),
            why: head.why === null ? null : figuresOf(head.why),
          }
        }),
      ),
      older: heads.length > page * PAGE ? page + 1 : null,
    },
  }
}

function ranksSaid({ ranks }: House, { arranged }: Source, { sources }: Text): SourceView['ranks'] {
  const t = sources.one
  return Object.entries(arranged?.ranks ?? {}).map(([group, rank]) => {
    const field = FIELD_OF[group]
    const usual = field === undefined ? rank : ranks[field][arranged?.author ?? 'source']
    const as = rank === usual ? 'usual' : rank > usual ? 'more' : 'less'
    return { name: t.rankGroups[group] ?? group, words: t.ranksAs[as](rank, usual) }
  })
}
