/** What was needed and not found, as the desk and link workers may read it: rounded, whole weeks only, nobody in it. */
import { gapRows, type GapRow } from '../../insight/gaps.ts'
import { quartersAt, type Quarter } from '../../insight/quarters.ts'
import { epochDay, isoDay } from '../../listings/clock.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { WHYS, type GapBy, type GapWhy, type WhichGaps } from '../../store/gaps/gaps.ts'
import { csvOf } from '../../text/csv.ts'
import { longDay, type Lang } from '../../text/format.ts'
import type { Text } from '../../text/en.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

/** Quarters that are over and can be chosen: of all of them every week is still kept (insight/tallies.ts). */
const QUARTERS = 8
const TABLES = ['need', 'kind', 'area', 'week'] as const satisfies readonly GapBy[]
/** Words shown at most, the latest first. */
const WORDS_MOST = 200

type Choice = { value: string; label: string }
export type GapRowView = GapRow<GapWhy> & { label: string }
/** `quarter`: "2026-Q3"; what is none that can be chosen is the latest that is over. */
type GapsAsked = { quarter: string; need: string; area: string }
type GapsView = {
  asked: GapsAsked
  /** First and last day, in words. */
  from: string
  until: string
  /** The day from which the quarter that runs is told, in words. */
  next: string
  /** By week alone where the quarter runs still. */
  tables: { by: GapBy; rows: GapRowView[] }[]
  /** No figure of five or more is in any of them. */
  empty: boolean
  choices: { quarters: Choice[]; needs: Choice[]; areas: Choice[] }
  /** null: not for their eyes. */
  words: { words: string; week: string }[] | null
}

/** As an address asks it; what it does not say, or says wrongly, is everything. */
export function readGaps(params: URLSearchParams): GapsAsked {
  const short = (name: string) => (params.get(name) ?? '').slice(0, 60)
  return { quarter: short('quarter'), need: short('need'), area: short('area') }
}

/** First and last day in words. */
function daysOf({ weeks }: Quarter, text: Text): { from: string; until: string } {
  const [from = '', last = ''] = [weeks[0], weeks.at(-1)]
  return { from: longDay(from, text), until: longDay(isoDay(epochDay(last) + 6), text) }
}

/** Those that can be chosen, and the one that is. In its first week a quarter has nothing to tell. */
function quartersOf(house: House, asked: GapsAsked, text: Text) {
  const [running, ...over] = quartersAt(house.now(), QUARTERS)
  const all = running.weeks.length > 0 ? [...over, running] : over
  const chosen = all.find(({ id }) => id === asked.quarter) ?? over[0] ?? running
  const { desk } = text.gaps
  const choices = all.map((it): Choice => {
    const { from, until } = daysOf(it, text)
    return { value: it.id, label: it.over ? desk.span(from, until) : desk.running(from) }
  })
  return { chosen, choices, next: longDay(running.toldFrom, text) }
}

export async function gapsView(
  house: House,
  who: SignedIn | null,
  asked: GapsAsked,
  lang: Lang,
): Promise<({ is: 'shown' } & GapsView) | { is: 'refused' }> {
  if (mayHere(who, 'see-trends') === null) return { is: 'refused' }
  const { gaps } = house.store
  const text = texts(lang)
  const { chosen, choices, next } = quartersOf(house, asked, text)
  const { weeks } = chosen
  const [from = '', until = ''] = [weeks[0], weeks.at(-1)]
  const label = (by: GapBy, id: string): string => labelled(house, by, id, lang)
  const all: WhichGaps = { from, until }
  const whole = !chosen.over || (asked.need === '' && asked.area === '')
  const which: WhichGaps = whole
    ? all
    : {
        ...all,
        ...(asked.need === '' ? {} : { need: asked.need }),
        ...(asked.area === '' ? {} : { area: asked.area }),
      }
  const rows = async (by: GapBy, of: WhichGaps): Promise<GapRowView[]> =>
    gapRows(await gaps.sums(by, of), WHYS, by === 'week' ? weeks : null).map((row) => ({
      ...row,
      label: label(by, row.id),
    }))
  // By week only where nothing is chosen: a week of one need in one district would be too near to somebody.
  const shown = TABLES.filter((by) => (by === 'week' ? whole : chosen.over))
  const tables = await Promise.all(shown.map(async (by) => ({ by, rows: await rows(by, which) })))
  const named = (them: GapRowView[]) =>
    them.filter(({ id }) => id !== '').map(({ id, label: words }) => ({ value: id, label: words }))
  const chooseFrom = async (by: 'need' | 'area') => (chosen.over ? named(await rows(by, all)) : [])
  return {
    is: 'shown',
    asked: { ...asked, quarter: chosen.id },
    ...daysOf(chosen, text),
    next,
    tables,
    empty: tables.every((table) => table.rows.every(({ together }) => together === 0)),
    choices: { quarters: choices, needs: await chooseFrom('need'), areas: await chooseFrom('area') },
    words: mayHere(who, 'see-desk') === null ? null : await wordsOf(house, lang),
  }
}

async function wordsOf(house: House, lang: Lang): Promise<{ words: string; week: string }[]> {
  const found = await house.store.gaps.words(WORDS_MOST)
  return found.map(({ words, week }) => ({ words, week: longDay(week, texts(lang)) }))
}

function labelled({ taxonomy }: House, by: GapBy, id: string, lang: Lang): string {
  const { desk } = texts(lang).gaps
  if (by === 'week') return longDay(id, texts(lang))
  if (by === 'area') return id === '' ? desk.noArea : id
  if (id === '') return by === 'need' ? desk.noNeed : desk.noKind
  return labelOf(taxonomy, by === 'need' ? 'needs' : 'kinds', id, lang) ?? id
}

/** One table as a file, with the figures of the page: an empty cell is fewer than five. */
export function gapsCsv({ tables }: GapsView, by: GapBy, lang: Lang): string {
  const { desk } = texts(lang).gaps
  const head = { need: desk.need, kind: desk.kind, area: desk.area, week: desk.week }[by]
  const figure = (count: number) => (count === 0 ? null : count)
  const rows = tables.find((it) => it.by === by)?.rows ?? []
  return csvOf([
    [head, desk.together, ...WHYS.map((why) => desk.whys[why])],
    ...rows.map(({ id, label, together, whys }) => [
      by === 'week' ? id : label,
      figure(together),
      ...WHYS.map((why) => figure(whys[why])),
    ]),
  ])
}

export const gapsDoors = (house: House) => ({
  show: (who: SignedIn | null, params: URLSearchParams, lang: Lang) =>
    gapsView(house, who, readGaps(params), lang),
  /** One table as CSV; null: not theirs. */
  async csv(who: SignedIn | null, params: URLSearchParams, lang: Lang): Promise<string | null> {
    const view = await gapsView(house, who, readGaps(params), lang)
    const by = TABLES.find((it) => it === params.get('table')) ?? 'need'
    return view.is === 'refused' ? null : gapsCsv(view, by, lang)
  },
})
