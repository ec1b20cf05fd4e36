/** The money of one listing for insiders, in words. Whoever asks has been let in by the use case before. */
import { londonMoment } from '../../listings/clock.ts'
import { insidersFunding } from '../../funding/said.ts'
import type { Known } from '../../store/store.ts'
import { longDay, money, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { moneyOfOne } from '../../upkeep/money.ts'
import type { House } from '../house.ts'

export type GrantView = { title: string; funder: string; amount: string; until: string; told: string }
export type MoneyView = {
  /** "Funded until 31 March. Whether it goes on is not known yet." and who said so. */
  said: { main: string; by: string } | null
  /** Live ones and those whose end nobody knows. */
  grants: GrantView[]
  older: GrantView[]
}

export async function moneyView(
  { store, site, now }: Pick<House, 'store' | 'site' | 'now'>,
  known: Pick<Known, 'listing' | 'funding' | 'fundingTold'>,
  lang: Lang,
): Promise<MoneyView> {
  const text = texts(lang)
  const t = text.funding.grants
  const at = now()
  const { day } = londonMoment(at)
  const { funding, awards } = await moneyOfOne(known, { store, now: at, thresholds: site.funding })
  const names = awards.length === 0 ? [] : await store.sources()
  const ended = (endsOn: string | null) => endsOn !== null && endsOn < day
  const view = ({ title, funder, amountPence, endsOn, source }: (typeof awards)[number]): GrantView => ({
    title,
    funder: t.gave(funder),
    amount: amountPence === null ? t.noAmount : money(amountPence, text),
    until: endsOn === null ? t.noEnd : (ended(endsOn) ? t.ended : t.until)(longDay(endsOn, text)),
    told: t.toldBy(names.find(({ id }) => id === source)?.name ?? source),
  })
  return {
    said: insidersFunding(funding, at, text),
    grants: awards.filter(({ endsOn }) => !ended(endsOn)).map(view),
    older: awards.filter(({ endsOn }) => ended(endsOn)).map(view),
  }
}
