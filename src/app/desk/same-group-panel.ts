/** Two that may be one group, side by side: what it runs here, and who a funder or a register tells of. */
import type { AboutOf } from '../../desk/kinds.ts'
import { isPublisherMade } from '../../listings/org-id.ts'
import { registered } from '../../listings/organisation.ts'
import type { Text } from '../../text/en.ts'
import { listOf, longDay, money } from '../../text/format.ts'

export type SideShown = { title: string; facts: { name: string; lines: string[] }[] }
type About = AboutOf<'same-group'>

export const sameGroupLine = ({ org, grants }: About, { desk }: Text): string =>
  desk.sameGroup.line(org.name, grants?.count ?? null)

export const sameGroupSides = (about: About, text: Text): SideShown[] => [
  here(about, text),
  told(about, text),
]

function here({ group, listings }: About, text: Text): SideShown {
  const t = text.desk.sameGroup
  const numbers = (group?.ids ?? []).map((id) => numberSaid(id, text))
  return {
    title: t.here,
    facts: [
      { name: t.group, lines: [group?.name ?? t.nobody] },
      ...(group === null ? [] : [{ name: t.numbers, lines: numbers.length > 0 ? numbers : [t.noNumbers] }]),
      { name: t.listings, lines: listings.map(({ name, postcodes }) => [name, ...postcodes].join(', ')) },
    ],
  }
}

function told({ org, why, grants }: About, text: Text): SideShown {
  const t = text.desk.sameGroup
  const facts = [
    { name: t.name, lines: [org.name] },
    { name: t.postcode, lines: [org.postcode ?? t.noPostcode] },
    { name: t.numbers, lines: org.ids.map((id) => numberSaid(id, text)) },
  ]
  if (grants !== null) {
    const { count, pence, funders, endsOn } = grants
    const amount = pence === null ? t.count(count) : t.amount(count, money(pence, text))
    facts.push({ name: t.money, lines: [amount] })
    facts.push({ name: t.funders, lines: [listOf(funders, text)] })
    facts.push({ name: t.ends, lines: [endsOn === null ? t.noEnd : longDay(endsOn, text)] })
  }
  return { title: t.told[why], facts }
}

function numberSaid(id: string, { desk, pages }: Text): string {
  if (isPublisherMade(id)) return desk.sameGroup.own(id)
  const { register, number } = registered(id)
  return pages.listing.numbers[register]?.(number) ?? desk.sameGroup.other(id)
}
