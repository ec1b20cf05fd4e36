/**
 * Reports, signals and reviews without an answer are decided alike: somebody looked, and it is right, was put right, or
 * has ended. What they know confirms the listing, and answers whatever else was doubted about it.
 */
import { identityOf } from '../imports/matching/identity.ts'
import { londonMoment } from '../listings/clock.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Known } from '../store/store.ts'
import type { SignedIn } from '../people/signed-in.ts'
import { keepersOf, tellKeepers, type Keeper } from '../upkeep/keepers.ts'
import { restated } from '../upkeep/restate.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { noteDecision, type Decided, type Deciding, type DecisionGiven, type HowKnown } from './decision.ts'
import { decidesAs } from './reach.ts'
import { KINDS } from './kinds.ts'
import { tellOutcome, withoutSenders, type ReportDecided } from './tell-of-report.ts'

/** Matters that the same look answers: nobody is left waiting for what has just been found out. */
const ANSWERS: { [D in ReportDecided]: readonly string[] } = {
  right: ['review'],
  'put-right': ['review'],
  ended: ['report', 'signal', 'review'],
}

const isLook = (decision: string): decision is ReportDecided => decision in ANSWERS

export async function decideLook(who: SignedIn, given: DecisionGiven, workshop: Workshop): Promise<Decided> {
  const { decision, how } = given
  if (!isLook(decision)) return { is: 'needs', what: 'decision' }
  if (how === null) return { is: 'needs', what: 'how' }
  const today = londonMoment(workshop.now()).day
  if (decision === 'ended' && (given.endedOn === null || given.endedOn > today))
    return { is: 'needs', what: 'ended-on' }
  const { store } = workshop
  const first = await store.matters.get(given.matter)
  const keepers = await keepersOf(store, first?.group ?? null)
  return store.act(async (act): Promise<Decided> => {
    const matter = await act.matters.get(given.matter)
    if (matter?.state !== 'open') return { is: 'before' }
    const found = matter.listing === null ? null : await act.byId(matter.listing)
    if (found?.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    const role = await decidesAs(act, who, known)
    if (role === null) return { is: 'refused' }
    const deciding = { act, who, role, matter, known, given, at: workshop.now(), workshop }
    if (!(await follow(deciding, decision, how))) return { is: 'stale' }
    await tell(deciding, decision, how, keepers)
    return { is: 'decided' }
  })
}

/** False: it could not be written as ended. */
async function follow(deciding: Deciding, decision: ReportDecided, how: HowKnown): Promise<boolean> {
  const { act, matter, known } = deciding
  if (decision === 'ended' && !(await endIt(deciding, known, how))) return false
  if (decision !== 'ended') await confirmIt(deciding, known, how)
  await clear(deciding, known)
  const also = await act.matters.list({ state: 'open', listing: known.listing.id })
  const answered = also.filter(({ id, kind }) => id !== matter.id && ANSWERS[decision].includes(kind))
  for (const one of [matter, ...answered]) await close(deciding, known, one, decision)
  return true
}

/** Those who keep it hear what the desk found out for them. */
async function tell(
  { act, who, known, at, workshop }: Deciding,
  decision: ReportDecided,
  how: HowKnown,
  keepers: readonly Keeper[],
): Promise<void> {
  const heard = { right: 'running', 'put-right': 'changed', ended: 'ended' } as const
  const { id: listing, revision } = known.listing
  const given = { listing, revision, heard: heard[decision], words: null, until: null, weeks: null, how }
  await tellKeepers({ act, who, by: 'desk', known, given, at, workshop }, keepers)
}

async function confirmIt({ act, at, workshop }: Deciding, { listing }: Known, how: HowKnown): Promise<void> {
  const { id, revision } = listing
  const event = { id: workshop.newId(), listing: id, at: at.toISOString(), source: null, how, revision }
  await act.confirm([{ ...event, by: 'desk' }])
}

async function endIt(
  { act, given, at, workshop }: Deciding,
  { listing }: Known,
  how: HowKnown,
): Promise<boolean> {
  const said = restated(
    await act.statements(listing.id),
    { listing: listing.id, by: 'desk', how: how === 'phone' ? 'phone' : 'form', at: at.toISOString() },
    { status: 'ended', ended_on: given.endedOn ?? londonMoment(at).day },
    workshop.ranks,
  )
  if (said.is === 'nameless') return false
  const { is } = await act.edit({
    listing: listing.id,
    revision: listing.revision,
    statement: said.statement,
    settled: said.settled,
    author: 'desk',
    at: at.toISOString(),
    identity: identityOf(said.settled),
  })
  return is === 'saved'
}

async function clear({ act, at }: Deciding, { signals }: Known): Promise<void> {
  const clearedAt = at.toISOString()
  await act.raise(signals.filter((it) => it.clearedAt === null).map((it) => ({ ...it, clearedAt })))
}

/** A report first loses whoever sent it; then it is decided, and they hear of it, in the same act. */
async function close(
  deciding: Deciding,
  { listing }: Known,
  matter: Matter,
  decision: ReportDecided,
): Promise<void> {
  const { act, who, given, at, workshop } = deciding
  const report = matter.kind === 'report' ? KINDS.report.about.safeParse(matter.about) : null
  if (report?.success) {
    await tellOutcome(act, { matter: matter.id, listing, report: report.data, decided: decision }, workshop)
    await act.matters.restate(matter.id, withoutSenders(report.data))
  }
  await act.matters.decide({
    id: matter.id,
    state: 'decided',
    decision,
    reason: given.reason === '' ? null : given.reason,
    by: who.person,
    at: at.toISOString(),
  })
  await noteDecision(deciding, matter, decision)
}
