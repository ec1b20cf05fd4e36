/** What was made one is parted again: the sources chosen go to a listing of their own, and are not brought back. */
import { matchId } from '../../imports/matching/match-id.ts'
import { slugChoices } from '../../imports/matching/slug.ts'
import type { Statement } from '../../listings/claims.ts'
import { settle, type Settled } from '../../listings/settle.ts'
import { allowed } from '../../people/allowed.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Act } from '../../store/act.ts'
import type { Merge, Parting } from '../../store/merging/merging.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Known } from '../../store/store.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { targetDay } from '../target.ts'
import { apart } from './together.ts'

export type PartGiven = {
  listing: string
  /** Of the listing as it was looked at. */
  revision: number
  /** Ids of the sources that speak of another thing. */
  sources: readonly string[]
}
export type PartDone =
  | { is: 'parted'; listing: string }
  /** None were chosen, or none would be left. */
  | { is: 'needs'; what: 'some' | 'rest' | 'name' }
  | { is: 'stale' }
  | { is: 'refused' }
  | { is: 'unknown' }

type People = Parting['people']
type Fields = Statement['fields']

export async function partListing(
  who: SignedIn | null,
  given: PartGiven,
  workshop: Workshop,
): Promise<PartDone> {
  const { store, ranks } = workshop
  const now = workshop.now()
  return store.act(async (act): Promise<PartDone> => {
    const found = await act.byId(given.listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    const role = await allowed(act, who, 'decide', known.listing)
    if (who === null || role === null) return { is: 'refused' }
    const statements = await act.statements(known.listing.id)
    const sources = statements.map(({ source }) => source).filter((one) => given.sources.includes(one))
    if (sources.length === 0) return { is: 'needs', what: 'some' }
    const merge = whichMerge(await act.merges(known.listing.id), sources)
    const people = merge === null ? [] : peopleOf(merge, statements, sources)
    const settled = settledOf(statements, sources, people)
    const [kept, gone] = [settle(settled.kept, ranks), settle(settled.gone, ranks)]
    if (settled.kept.length === 0) return { is: 'needs', what: 'rest' }
    if (kept.is === 'nameless' || gone.is === 'nameless') return { is: 'needs', what: 'name' }
    const to =
      merge === null ? await somewhereNew(act, gone, workshop) : ({ is: 'back', gone: merge.gone } as const)
    const other = to.is === 'back' ? to.gone : to.listing
    const half = { listing: known.listing.id, revision: given.revision }
    const done = await act.part({
      kept: half,
      sources,
      to,
      people,
      settled: { kept: kept.fields, gone: gone.fields },
      author: 'desk',
      at: now.toISOString(),
      by: who.person,
      matter: {
        id: matchId(half.listing, other),
        about: { a: half.listing, b: other, score: 0, why: [], against: [] },
        targetOn: targetDay('match', now),
      },
    })
    if (done.is === 'parted') await noteBoth(act, who, { known, role, other, workshop, at: now })
    return done
  })
}

/** The merge that brought most of what goes; null: none did, an import put it here. */
function whichMerge(merges: readonly Merge[], sources: readonly string[]): Merge | null {
  const brought = ({ sources: came }: Merge) => came.filter((one) => sources.includes(one)).length
  const best = merges.toSorted((a, b) => brought(b) - brought(a))[0]
  return best !== undefined && brought(best) > 0 ? best : null
}

/** Words of people that the merge put together: each gets back what was said of it. */
function peopleOf(
  { goneSaid, keptSaid }: Merge,
  statements: readonly Statement[],
  moved: readonly string[],
): People {
  const of = (all: readonly Statement[], source: string): Fields | null =>
    all.find((it) => it.source === source)?.fields ?? null
  return goneSaid
    .filter(({ source }) => !moved.includes(source))
    .flatMap(({ source, fields }) => {
      const now = of(statements, source)
      return now === null ? [] : [{ source, kept: apart(now, of(keptSaid, source), fields), gone: fields }]
    })
}

function settledOf(
  statements: readonly Statement[],
  sources: readonly string[],
  people: People,
): { kept: Statement[]; gone: Statement[] } {
  const again = (side: 'kept' | 'gone') =>
    people.flatMap(({ source, [side]: fields }) => (fields === null ? [] : [{ listing: '', source, fields }]))
  const isAgain = (source: string) => people.some((it) => it.source === source)
  return {
    kept: [
      ...statements.filter(({ source }) => !sources.includes(source) && !isAgain(source)),
      ...again('kept'),
    ],
    gone: [...statements.filter(({ source }) => sources.includes(source)), ...again('gone')],
  }
}

async function somewhereNew(
  act: Act,
  { fields }: Extract<Settled, { is: 'settled' }>,
  { newId }: Workshop,
): Promise<Extract<Parting['to'], { is: 'new' }>> {
  const listing = newId()
  const choices = slugChoices(fields.name, listing, fields.places[0]?.postcode).map((choice) => choice())
  const taken = await act.slugsTaken(choices)
  return { is: 'new', listing, slug: choices.find((slug) => !taken.has(slug)) ?? listing }
}

async function noteBoth(
  act: Act,
  who: SignedIn,
  {
    known,
    role,
    other,
    workshop,
    at,
  }: { known: Known; role: Role; other: string; workshop: Workshop; at: Date },
): Promise<void> {
  for (const listing of [known.listing.id, other])
    await act.audit({
      id: workshop.newId(),
      at: at.toISOString(),
      person: who.person,
      role,
      did: 'parted-listings',
      listing,
      group: known.listing.group?.id ?? null,
      about: matchId(known.listing.id, other),
    })
}
