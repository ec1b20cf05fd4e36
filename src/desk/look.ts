/**
 * Reports, signals and reviews without an answer are decided alike: somebody looked, and it is right, was put right, or
 * has ended. What they know confirms the listing, and answers whatever else was doubted about it.
 */
import { identityOf } from '../imports/matching/identity.ts'
import type { Confirmation } from '../freshness/evidence.ts'
import { londonMoment } from '../listings/clock.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Known } from '../store/store.ts'
import { tellKeepers, type Keeper } from '../upkeep/keepers.ts'
import { restated } from '../upkeep/restate.ts'
import { noteDecision, type Decided, type Deciding } from './decision.ts'
import { KINDS } from './kinds.ts'
import { tellOutcome, withoutSenders, type ReportDecided } from './tell-of-report.ts'

/** Matters that the same look answers: nobody is left waiting for what has just been found out. */
const ANSWERS: { [D in ReportDecided]: readonly string[] } = {
  right: ['review'],
  'put-right': ['review'],
  ended: ['report', 'signal', 'review'],
}

const isLook = (decision: string): decision is ReportDecided => decision in ANSWERS

export async function decideLook(deciding: Deciding, keepers: readonly Keeper[]): Promise<Decided> {
  const { act, matter, known, given, at, who, workshop } = deciding
  const { decision, how } = given
  if (!isLook(decision)) return { is: 'needs', what: 'decision' }
  if (known === null) return { is: 'unknown' }
  if (how === null) return { is: 'needs', what: 'how' }
  if (decision === 'ended' && given.endedOn === null) return { is: 'needs', what: 'ended-on' }
  if (decision === 'ended' && !(await endIt(deciding, known, how))) return { is: 'stale' }
  if (decision !== 'ended') await confirmIt(deciding, known, how)
  await clear(deciding, known)
  const also = await act.matters.list({ state: 'open', listing: known.listing.id })
  const answered = also.filter(({ id, kind }) => id !== matter.id && ANSWERS[decision].includes(kind))
  for (const one of [matter, ...answered]) await close(deciding, known, one, decision)
  const heard = { right: 'running', 'put-right': 'changed', ended: 'ended' } as const
  const { id: listing, revision } = known.listing
  const rung = { listing, revision, heard: heard[decision], words: null, until: null, weeks: null, how }
  await tellKeepers({ act, who, by: 'desk', known, given: rung, at, workshop }, keepers)
  const after = await act.matters.get(matter.id)
  return after === null ? { is: 'unknown' } : { is: 'decided', matter: after }
}

async function confirmIt(
  { act, at, workshop }: Deciding,
  { listing }: Known,
  how: Confirmation['how'],
): Promise<void> {
  const { id, revision } = listing
  const event = { id: workshop.newId(), listing: id, at: at.toISOString(), source: null, how, revision }
  await act.confirm([{ ...event, by: 'desk' }])
}

/** False: it could not be written as ended. */
async function endIt(
  { act, given, at, workshop }: Deciding,
  { listing }: Known,
  how: Confirmation['how'],
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
