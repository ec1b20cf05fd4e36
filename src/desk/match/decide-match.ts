/** The desk says whether two listings are one. "Same" merges them, "different" is remembered: one act, in the record of both. */
import { settle } from '../../listings/settle.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Act } from '../../store/act.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import type { Decided, DecisionGiven } from '../decision.ts'
import { decidesAs } from '../reach.ts'
import { pairOf, type Half, type Pair } from './pair.ts'
import { together } from './together.ts'

type Two = Extract<Pair, { is: 'two' }>

export async function decideMatch(who: SignedIn, given: DecisionGiven, workshop: Workshop): Promise<Decided> {
  const { store } = workshop
  const at = workshop.now().toISOString()
  return store.act(async (act): Promise<Decided> => {
    const matter = await act.matters.get(given.matter)
    if (matter?.state !== 'open') return { is: 'before' }
    const pair = await pairOf(act, matter)
    const role = await roleOver(act, who, pair)
    if (role === null) return { is: 'refused' }
    if (pair.is === 'unknown' && given.decision === 'same') return { is: 'unknown' }
    if (pair.is === 'two' && given.decision === 'same') {
      const outcome = await mergePair(act, pair, given.keep ?? null, workshop, at)
      if (outcome.is !== 'decided') return outcome
    }
    const did = given.decision === 'same' ? 'merged-listings' : 'told-apart'
    for (const id of listingsOf(pair))
      await act.audit({
        id: workshop.newId(),
        at,
        person: who.person,
        role,
        did,
        listing: id,
        group: null,
        about: matter.id,
      })
    await act.matters.decide({
      id: matter.id,
      state: 'decided',
      decision: given.decision,
      reason: given.reason === '' ? null : given.reason,
      by: who.person,
      at,
    })
    return { is: 'decided' }
  })
}

const halves = (pair: Pair): Half[] =>
  pair.is === 'two' ? [pair.a, pair.b] : pair.is === 'one' ? [pair.half] : []
const listingsOf = (pair: Pair): string[] => halves(pair).map(({ known }) => known.listing.id)

/** Whoever decides must reach both; null: may not. */
async function roleOver(act: Act, who: SignedIn, pair: Pair): Promise<Role | null> {
  if (pair.is === 'unknown') return decidesAs(act, who, null)
  let role: Role | null = null
  for (const { known } of halves(pair)) {
    role = await decidesAs(act, who, known)
    if (role === null) return null
  }
  return role
}

async function mergePair(
  act: Act,
  { a, b, kept: usual }: Two,
  keep: string | null,
  { ranks }: Workshop,
  at: string,
): Promise<Decided> {
  const kept = [a, b].find(({ known }) => known.listing.id === keep) ?? usual
  const gone = kept === a ? b : a
  const listing = kept.known.listing.id
  const people = together(kept.statements, gone.statements, listing)
  const others = [...kept.statements, ...gone.statements].filter(
    ({ source }) => !people.some((it) => it.source === source),
  )
  const settled = settle([...others, ...people], ranks)
  if (settled.is === 'nameless') return { is: 'cannot', why: 'nameless' }
  const merged = await act.merge({
    kept: { listing, revision: kept.known.listing.revision },
    gone: { listing: gone.known.listing.id, revision: gone.known.listing.revision },
    people,
    settled: settled.fields,
    group: await groupOf(act, kept, gone),
    author: 'desk',
    at,
  })
  if (merged.is === 'told-apart') return { is: 'cannot', why: 'told-apart' }
  if (merged.is === 'merged') return { is: 'decided' }
  return merged.is === 'stale' ? merged : { is: 'unknown' }
}

/** The group of the one kept, unless only the other has keepers: they must not lose what they keep. */
async function groupOf(act: Act, kept: Half, gone: Half): Promise<string | null> {
  const [own, other] = [kept.known.listing.group, gone.known.listing.group]
  if (other === null || own?.id === other.id) return null
  if (own === null) return other.id
  const keepers = async (group: string) => (await act.grants.holders('group', group)).length
  return (await keepers(own.id)) === 0 && (await keepers(other.id)) > 0 ? other.id : null
}
