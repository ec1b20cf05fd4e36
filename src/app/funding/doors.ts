/** What pages ask about money: what ends soon, as a page and as files. */
import type { SignedIn } from '../../people/signed-in.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import type { House } from '../house.ts'
import { endsCsv, TABLES, type Table } from './ends-csv.ts'
import { endsView, SPANS, type EndsAsked } from './ends-view.ts'
import { moneyView } from './money-view.ts'

/** The first is shown where nobody chose. */
const USUAL = 90

/** As an address asks it; what it does not say, or says wrongly, is everything. */
export function readEnds(params: URLSearchParams): EndsAsked {
  const days = SPANS.find((it) => String(it) === params.get('days')) ?? USUAL
  const short = (name: string) => (params.get(name) ?? '').slice(0, 60)
  return { days, need: short('need'), area: short('area') }
}

export function fundingDoors(house: House) {
  return {
    ends: (who: SignedIn | null, params: URLSearchParams, lang: Lang) =>
      endsView(house, who, readEnds(params), lang),
    /** One table as CSV; null: not theirs. `base`: public address of the site. */
    async csv(
      who: SignedIn | null,
      params: URLSearchParams,
      base: string,
      lang: Lang,
    ): Promise<string | null> {
      const view = await endsView(house, who, readEnds(params), lang)
      const table: Table = TABLES.find((it) => it === params.get('table')) ?? 'needs'
      return view.is === 'refused' ? null : endsCsv(view, table, base, lang)
    },
    /** For whoever has been let in to the private facts of the listing. */
    money: (known: Known, lang: Lang) => moneyView(house, known, lang),
  }
}
