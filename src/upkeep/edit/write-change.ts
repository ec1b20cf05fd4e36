/** A change is written: what may be public at once, what waits for the desk, and the lines in the record, in one act. */
import { targetDay } from '../../desk/target.ts'
import { sameValue } from '../../listings/same-value.ts'
import type { Statement } from '../../listings/claims.ts'
import { identityOf } from '../../imports/matching/identity.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Act } from '../../store/act.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { parted, type Change } from '../held.ts'
import { restated, type Changes, type Writer } from '../restate.ts'
import type { Workshop } from '../workshop.ts'
import { openWaiting } from './held-matter.ts'
import { writerIn } from './opened.ts'
import { writtenValues } from './written.ts'

export type Writes = {
  act: Act
  who: SignedIn
  role: Role
  /** Whose word it becomes. */
  by: Writer
  known: Known
  changes: readonly Change[]
  lang: Lang
  at: Date
  workshop: Workshop
}
export type Written = {
  is: 'written'
  known: Known
  live: Change[]
  held: Change[]
  /** Written down, and not shown: somebody else says otherwise whose word counts more. */
  outvoted: Change[]
  /** False: nobody but the desk sees the listing yet. */
  seen: boolean
}

export async function writeChange(writes: Writes): Promise<Written | { is: 'nameless' } | { is: 'stale' }> {
  const { act, who, role, by, known, changes, at, workshop, lang } = writes
  const { status } = known.listing
  const { live, held } = parted(changes, { by: writerIn(role), verified: true, seen: status !== 'draft' })
  const said = await writeClaims(writes, live)
  if (said.is !== 'said') return said
  const shown = live.filter(({ field, to }) => sameValue(said.now[field] ?? null, to))
  const outvoted = live.filter((it) => !shown.includes(it))
  const note = (did: string, about: string | null) =>
    act.audit({
      id: workshop.newId(),
      at: at.toISOString(),
      person: who.person,
      role,
      did,
      listing: known.listing.id,
      group: known.listing.group?.id ?? null,
      about,
    })
  if (live.length > 0) await note('edited', null)
  // Whatever the desk said of it before: a listing that nobody sees yet is looked at again, as it is now.
  if (status === 'draft' && writerIn(role) !== 'desk' && shown.length > 0)
    await openWaiting(writes, 'new', shown)
  if (shown.length > 0 && writerIn(role) !== 'desk' && status !== 'draft') {
    const id = workshop.newId()
    await act.matters.open({
      id,
      kind: 'change',
      listing: known.listing.id,
      group: known.listing.group?.id ?? null,
      person: who.person,
      openedAt: at.toISOString(),
      targetOn: targetDay('change', at),
      about: { how: 'live', by, revision: said.known.listing.revision, differences: shown, lang },
    })
  }
  if (held.length > 0) await note('asked-change', await openWaiting(writes, 'held', held))
  return { is: 'written', known: said.known, live: shown, held, outvoted, seen: status !== 'draft' }
}

type Said = { is: 'said'; known: Known; now: ReturnType<typeof writtenValues> }

/** Claims of one writer, laid over what that writer said before, and settled. */
export async function writeClaims(
  { act, by, role, known, at, workshop }: Pick<Writes, 'act' | 'by' | 'role' | 'known' | 'at' | 'workshop'>,
  changes: readonly Pick<Change, 'field' | 'to'>[],
): Promise<Said | { is: 'nameless' } | { is: 'stale' }> {
  const { id, revision } = known.listing
  const statements = await act.statements(id)
  if (changes.length === 0)
    return { is: 'said', known, now: writtenValues(known.listing, statements, workshop.ranks) }
  const given = Object.fromEntries(changes.map(({ field, to }) => [field, to])) as Changes
  const claimed = restated(
    statements,
    { listing: id, by, how: 'form', at: at.toISOString() },
    given,
    workshop.ranks,
  )
  if (claimed.is === 'nameless') return claimed
  const { statement, settled } = claimed
  const outcome = await act.edit({
    listing: id,
    revision,
    statement,
    settled,
    author: role === 'administrator' ? 'desk' : role,
    at: at.toISOString(),
    identity: identityOf(settled),
  })
  if (outcome.is !== 'saved') return { is: 'stale' }
  const after: Statement[] = [...statements.filter(({ source }) => source !== by), statement]
  return { is: 'said', known: outcome.known, now: writtenValues(settled, after, workshop.ranks) }
}
