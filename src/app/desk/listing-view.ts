/** A listing as the desk looks at it: each field with who said it and when, what others say, what makes it doubtful. */
import { openListing, type OpenListing } from '../../desk/open-listing.ts'
import type { Author, Claim, Statement } from '../../listings/claims.ts'
import { fieldSaid, type LabelOf } from '../../listings/field-words.ts'
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import { settle } from '../../listings/settle.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Source } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { moneyView, type MoneyView } from '../funding/money-view.ts'
import type { House } from '../house.ts'
import { lineOf } from './panels.ts'
import { besideOf, targetLeft, type Beside, type Due } from './views.ts'

type Said = { source: string; by: Author; at: string; how: Claim['how'] }
export type DeskListing = Omit<Beside, 'facts'> & {
  /** In the order of FIELD_NAMES; `lines` null: it cannot be shown. `others`: what else is said, most believed first. */
  fields: {
    field: FieldName
    lines: string[] | null
    said: Said
    others: { lines: string[] | null; said: Omit<Said, 'how'> }[]
  }[]
  /** Lists that stand behind it, with how many fields each says and when it last said one anew. */
  sources: { source: Pick<Source, 'id' | 'name' | 'licence' | 'licence_url'>; fields: number; last: string }[]
  waits: { id: string; line: string; due: Due }[]
  money: MoneyView
}

export const listingDoor =
  (house: House) =>
  async (
    who: SignedIn | null,
    id: string,
    lang: Lang,
  ): Promise<{ is: 'shown'; view: DeskListing } | { is: 'refused' } | { is: 'unknown' }> => {
    await house.notices.refresh()
    const found = await openListing(who, id, house)
    if (found.is !== 'listing') return found
    const money = await moneyView(house, found.known, lang)
    return { is: 'shown', view: { ...viewOf(house, found, await house.store.sources(), lang), money } }
  }

function viewOf(
  house: House,
  found: Extract<OpenListing, { is: 'listing' }>,
  all: readonly Source[],
  lang: Lang,
): Omit<DeskListing, 'money'> {
  const text = texts(lang)
  const labels: LabelOf = (list, id) => labelOf(house.taxonomy, list, id, lang)
  const { facts: _, ...beside } = besideOf(house, found, text, labels)
  return {
    ...beside,
    fields: fieldsOf(house, found.statements, all, text, labels),
    sources: sourcesOf(found.statements, all),
    waits: found.waits.map((it) => ({
      id: it.id,
      line: lineOf(it, text),
      due: targetLeft(it, house.now(), text),
    })),
  }
}

function fieldsOf(
  house: House,
  statements: readonly Statement[],
  all: readonly Source[],
  text: Text,
  labels: LabelOf,
): DeskListing['fields'] {
  const settled = settle(statements, house.ranks)
  if (settled.is === 'nameless') return []
  const nameOf = (source: string) => all.find(({ id }) => id === source)?.name ?? source
  return FIELD_NAMES.flatMap((field) => {
    const said = settled.provenance[field]
    if (said === undefined) return []
    const others = settled.differing.find((it) => it.field === field)?.offered ?? []
    return [
      {
        field,
        lines: fieldSaid(field, settled.fields[field], text, labels),
        said: { ...said, source: nameOf(said.source) },
        others: others.map(({ value, source, by, at }) => ({
          lines: fieldSaid(field, value, text, labels),
          said: { source: nameOf(source), by, at },
        })),
      },
    ]
  })
}

/** People's own words are no list: they have no licence and no publisher. */
function sourcesOf(statements: readonly Statement[], all: readonly Source[]): DeskListing['sources'] {
  return statements.flatMap(({ source: id, fields }) => {
    const source = all.find((it) => it.id === id)
    const claims = Object.values(fields)
    const last = claims
      .map(({ at }) => at)
      .sort()
      .at(-1)
    return source === undefined || last === undefined ? [] : [{ source, fields: claims.length, last }]
  })
}
