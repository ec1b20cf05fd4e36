/**
 * The desk rules on a conflict, field by field. Keep: the same value of that source is never asked again. Take: it counts
 * from now on, over all that people said before. Always: whatever that source says of the field counts. The last two
 * hold until a person says the field anew, and are claims of the desk, so that history, undo and every reader know them.
 */
import { conflictsOf, offeredText, unanswered, type Conflict } from '../../imports/conflicts.ts'
import { identityOf } from '../../imports/matching/identity.ts'
import type { Claim, Statement } from '../../listings/claims.ts'
import { sameValue } from '../../listings/same-value.ts'
import { settle } from '../../listings/settle.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Ruling } from '../../store/runs/conflicts.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { noteDecision, type Decided, type Deciding, type DecisionGiven } from '../decision.ts'
import { KINDS, type AboutOf } from '../kinds.ts'
import { decidesAs } from '../reach.ts'
import type { RulingWord } from './ruling.ts'

type About = AboutOf<'conflict'>

/** A field without an answer is kept as it is. */
export async function decideConflict(
  who: SignedIn,
  given: DecisionGiven,
  workshop: Workshop,
): Promise<Decided> {
  return workshop.store.act(async (act): Promise<Decided> => {
    const matter = await act.matters.get(given.matter)
    if (matter?.state !== 'open') return { is: 'before' }
    const about = KINDS.conflict.about.safeParse(matter.about).data
    const found = matter.listing === null ? null : await act.byId(matter.listing)
    if (found?.is !== 'listing' || about === undefined) return { is: 'unknown' }
    const { known } = found
    const role = await decidesAs(act, who, known)
    if (role === null) return { is: 'refused' }
    const deciding = { act, who, role, matter, known, given, at: workshop.now(), workshop }
    const statements = await act.statements(known.listing.id)
    const standing = await standingNow(deciding, about, statements)
    if (!sameValue(JSON.parse(JSON.stringify(standing)), about.fields))
      return changedMeanwhile(deciding, about, standing)
    return rule(deciding, about, standing, statements)
  })
}

/** The conflicts as they are at this moment: somebody may have spoken since the run. */
async function standingNow(
  { act, known, workshop }: Deciding,
  { source }: About,
  statements: readonly Statement[],
): Promise<Conflict[]> {
  const settled = settle(statements, workshop.ranks)
  if (settled.is !== 'settled') return []
  const kept = (await act.rulings.of(known.listing.id))
    .filter((it) => it.source === source && it.ruling === 'keep')
    .map(({ field, offered }) => `${field} ${offered}`)
  return unanswered(conflictsOf(source, statements, settled), new Set(kept))
}

/** The desk decides nothing that it has not seen. */
async function changedMeanwhile(
  { act, matter, at }: Deciding,
  about: About,
  standing: readonly Conflict[],
): Promise<Decided> {
  if (standing.length > 0) {
    await act.matters.restate(matter.id, { ...about, fields: standing })
    return { is: 'stale' }
  }
  const withdrawn = { state: 'withdrawn', decision: 'agreed', reason: null, by: null } as const
  await act.matters.decide({ id: matter.id, ...withdrawn, at: at.toISOString() })
  return { is: 'before' }
}

async function rule(
  deciding: Deciding,
  about: About,
  standing: readonly Conflict[],
  statements: readonly Statement[],
): Promise<Decided> {
  const { act, who, matter, known, given, workshop } = deciding
  const at = deciding.at.toISOString()
  const listing = known.listing.id
  const answerTo = ({ field }: Conflict): RulingWord => given.rulings?.[field] ?? 'keep'
  const claims = standing.flatMap((it) => claimOf(it, answerTo(it), about.source, at))
  if (claims.length > 0) {
    const before = statements.find(({ source }) => source === 'desk')
    const statement: Statement = {
      listing,
      source: 'desk',
      fields: { ...before?.fields, ...Object.fromEntries(claims) },
    }
    const settled = settle(
      [...statements.filter(({ source }) => source !== 'desk'), statement],
      workshop.ranks,
    )
    if (settled.is !== 'settled') return { is: 'stale' }
    const { is } = await act.edit({
      listing,
      revision: known.listing.revision,
      statement,
      settled: settled.fields,
      author: 'desk',
      at,
      identity: identityOf(settled.fields),
    })
    if (is !== 'saved') return { is: 'stale' }
  }
  await act.rulings.add(
    standing.map((it): Ruling => {
      const { field } = it
      const offered = offeredText(it)
      const ruling = answerTo(it)
      return {
        listing,
        source: about.source,
        field,
        offered,
        ruling,
        at,
        person: who.person,
        matter: matter.id,
      }
    }),
  )
  const fields = standing.map((it) => ({ ...it, ruling: answerTo(it) }))
  await act.matters.restate(matter.id, { ...about, fields })
  const reason = given.reason === '' ? null : given.reason
  await act.matters.decide({ id: matter.id, state: 'decided', decision: 'ruled', reason, by: who.person, at })
  await noteDecision(deciding, matter, 'ruled')
  return { is: 'decided' }
}

function claimOf(
  { field, offered }: Conflict,
  ruling: RulingWord,
  source: string,
  at: string,
): [string, Claim][] {
  if (ruling === 'keep') return []
  const value = offered as Claim['value']
  return [[field, { value, at, by: 'desk', how: 'form', ruled: { is: ruling, source } }]]
}
