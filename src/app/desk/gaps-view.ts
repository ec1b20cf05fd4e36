/** What was needed and not found, as the desk and link workers may read it: rounded, whole weeks only, nobody in it. */
import { gapRows, type GapRow } from '../../insight/gaps.ts'
import { epochDay, isoDay, mondayOf } from '../../listings/clock.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { WHYS, type GapBy, type GapWhy, type WhichGaps } from '../../store/gaps/gaps.ts'
import { csvOf } from '../../text/csv.ts'
import { longDay, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

/** Whole weeks looked back; the second is shown where nobody chose. */
export const SPANS = [4, 13, 52] as const
const USUAL = 13
export const TABLES = ['need', 'kind', 'area', 'week'] as const satisfies readonly GapBy[]
/** Words shown at most, the latest first. */
const WORDS_MOST = 200

export type GapRowView = GapRow<GapWhy> & { label: string }
export type GapsAsked = { weeks: (typeof SPANS)[number]; need: string; area: string }
export type GapsView = {
  asked: GapsAsked
  /** First and last day, in words. */
  from: string
  until: string
  tables: { by: GapBy; rows: GapRowView[] }[]
  choices: { needs: { value: string; label: string }[]; areas: { value: string; label: string }[] }
  /** null: not for their eyes. */
  words: { words: string; week: string }[] | null
}

/** As an address asks it; what it does not say, or says wrongly, is everything. */
export function readGaps(params: URLSearchParams): GapsAsked {
  const short = (name: string) => (params.get(name) ?? '').slice(0, 60)
  const weeks = SPANS.find((it) => String(it) === params.get('weeks')) ?? USUAL
  return { weeks, need: short('need'), area: short('area') }
}

/** The last whole weeks: the one that runs now would tell, watched from hour to hour, when somebody asked. */
export function weeksBefore(now: Date, weeks: number): string[] {
  const monday = epochDay(mondayOf(now))
  return Array.from({ length: weeks }, (_, i) => isoDay(monday - 7 * (weeks - i)))
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
  const weeks = weeksBefore(house.now(), asked.weeks)
  const [from = '', until = ''] = [weeks[0], weeks.at(-1)]
  const label = (by: GapBy, id: string): string => labelled(house, by, id, lang)
  const all: WhichGaps = { from, until }
  const which = {
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
  const shown = TABLES.filter((by) =>
    by === 'week' ? which.need === undefined && which.area === undefined : true,
  )
  const named = (them: GapRowView[]) =>
    them.filter(({ id }) => id !== '').map(({ id, label: words }) => ({ value: id, label: words }))
  return {
    is: 'shown',
    asked,
    from: longDay(from, text),
    until: longDay(isoDay(epochDay(until) + 6), text),
    tables: await Promise.all(shown.map(async (by) => ({ by, rows: await rows(by, which) }))),
    choices: { needs: named(await rows('need', all)), areas: named(await rows('area', all)) },
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
