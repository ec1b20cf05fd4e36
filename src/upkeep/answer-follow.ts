/** What follows from an answer, each part an event of its own with the same author and time. */
import type { CapacityEvent } from '../capacity/event.ts'
import { hasSession } from '../capacity/by-session.ts'
import { targetDay } from '../desk/target.ts'
import type { AboutOf } from '../desk/kinds.ts'
import { identityOf } from '../imports/matching/identity.ts'
import { changes } from '../listings/changes.ts'
import type { Act } from '../store/act.ts'
import type { Known } from '../store/store.ts'
import type { Lang } from '../text/format.ts'
import type { Author } from './answer.ts'
import type { Answer } from './answer-shape.ts'
import { restated } from './restate.ts'
import type { Workshop } from './workshop.ts'

export type Answers = Omit<Author, 'is' | 'use' | 'may'> & {
  act: Act
  /** As it was before. */
  known: Known
  said: Answer
  /** They saw another revision than the one that stands. */
  stale: boolean
  at: Date
  workshop: Workshop
  lang: Lang
}

/** "waits": that it ended is not theirs alone to settle. */
export async function follow(answers: Answers): Promise<'done' | 'waits'> {
  const { said, stale } = answers
  if (said.right === 'yes' && !stale) await confirm(answers)
  if (said.room.length > 0) await sayRoom(answers)
  if (said.funding !== null) await sayFunding(answers, said.funding)
  if (said.intake !== null) await sayIntake(answers, said.intake)
  if (said.right === 'changed' && answers.way === 'link') await tellItChanged(answers)
  if (said.right === 'ended' && said.ended !== null) return endIt(answers, said.ended)
  return 'done'
}

/** By being newer it answers every doubt; what the desk waited for an answer to is answered too. */
async function confirm({ act, by, person, known, at, workshop }: Answers): Promise<void> {
  const { id: listing, revision } = known.listing
  await act.confirm([
    { id: workshop.newId(), listing, at: at.toISOString(), by, source: null, how: 'form', revision },
  ])
  for (const { id } of await act.matters.list({ state: 'open', kind: 'review', listing }))
    await act.matters.decide({
      id,
      state: 'decided',
      decision: 'right',
      reason: null,
      by: person,
      at: at.toISOString(),
    })
}

/**
 * Whoever came by a letter must still sign in to say what changed, and may not get round to it: the desk hears that
 * something did. Said again before the desk looked, it is the same matter.
 */
async function tellItChanged({ act, person, known, at, workshop }: Answers): Promise<void> {
  const { id: listing, group } = known.listing
  const open = await act.matters.list({ state: 'open', kind: 'signal', listing })
  if (open.some(({ about }) => about['kind'] === 'group-changed')) return
  const about: AboutOf<'signal'> = { signal: `group-changed:${listing}`, kind: 'group-changed', words: '' }
  await act.matters.open({
    id: workshop.newId(),
    kind: 'signal',
    listing,
    group: group?.id ?? null,
    person,
    openedAt: at.toISOString(),
    targetOn: targetDay('signal', at),
    about,
  })
}

/** The word on the whole first: what is said of sessions beside it is the newer word. */
async function sayRoom({ act, by, known, said, at, workshop }: Answers): Promise<void> {
  const { id: listing, sessions } = known.listing
  const events = said.room
    .filter(({ session }) => session === null || hasSession(sessions, session))
    .map(({ session, state, weeks, until }): CapacityEvent => ({
      id: workshop.newId(),
      listing,
      session,
      state,
      weeks: state === 'waiting' ? weeks : null,
      until: state === 'open' ? null : until,
      saidAt: new Date(at.getTime() + (session === null ? 0 : 1)).toISOString(),
      by,
    }))
  if (events.length > 0) await act.sayCapacity(events)
}

async function sayFunding(
  { act, by, known, at, workshop }: Answers,
  { says, until }: NonNullable<Answer['funding']>,
): Promise<void> {
  await act.sayFunding([
    {
      id: workshop.newId(),
      listing: known.listing.id,
      says,
      until,
      saidAt: at.toISOString(),
      by,
      source: null,
    },
  ])
}

async function sayIntake(
  { act, by, known, at, workshop }: Answers,
  { perMonth }: NonNullable<Answer['intake']>,
): Promise<void> {
  await act.setIntake({
    id: workshop.newId(),
    listing: known.listing.id,
    perMonth,
    saidAt: at.toISOString(),
    by,
  })
}

/** It is public at once, and the desk looks it over: a listing that is gone misleads nobody, but somebody may miss it. */
async function endIt(
  { act, by, person, known, at, workshop, lang }: Answers,
  { on, successor }: NonNullable<Answer['ended']>,
): Promise<'done' | 'waits'> {
  const { listing } = known
  const ending = { status: 'ended', ended_on: on, successor } as const
  const said = restated(
    await act.statements(listing.id),
    { listing: listing.id, by, how: 'form', at: at.toISOString() },
    ending,
    workshop.ranks,
  )
  const live = said.is === 'restated' && said.settled.status === 'ended'
  const differences: AboutOf<'change'>['differences'] = live
    ? changes(listing, said.settled)
    : [
        { field: 'status', from: listing.status, to: 'ended' },
        { field: 'ended_on', from: listing.ended_on ?? null, to: on },
      ]
  const about: AboutOf<'change'> = {
    how: live ? 'live' : 'held',
    by,
    revision: listing.revision,
    differences,
    lang,
  }
  if (live)
    await act.edit({
      listing: listing.id,
      revision: listing.revision,
      statement: said.statement,
      settled: said.settled,
      author: by,
      at: at.toISOString(),
      identity: identityOf(said.settled),
    })
  if (by === 'group' || !live)
    await act.matters.open({
      id: workshop.newId(),
      kind: 'change',
      listing: listing.id,
      group: listing.group?.id ?? null,
      person,
      openedAt: at.toISOString(),
      targetOn: targetDay('change', at),
      about,
    })
  return live ? 'done' : 'waits'
}
