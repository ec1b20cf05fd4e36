/** The three questions, answered by somebody who is not of the group: it hears of that as it hears of a call. */
import type { SignedIn } from '../people/signed-in.ts'
import type { Answer } from './answer-shape.ts'
import type { Answers } from './answer-follow.ts'
import { keepersOf, tellKeepers } from './keepers.ts'
import type { Heard } from './rung.ts'

/** What a group should know was said; null: nothing that people see as true now. */
function heardIn({ right, room }: Pick<Answer, 'right' | 'room'>, stale: boolean): Heard | null {
  if (right === 'ended') return 'ended'
  if (room.some(({ session, state }) => session === null && (state === 'full' || state === 'waiting')))
    return 'full'
  return right === 'yes' && !stale ? 'running' : null
}

export async function tellGroup(
  { act, by, known, said, stale, at, workshop }: Answers,
  who: SignedIn | null,
): Promise<void> {
  const heard = heardIn(said, stale)
  if (who === null || by === 'group' || heard === null) return
  const { id: listing, revision, group } = known.listing
  const whole = heard === 'full' ? said.room.find(({ session }) => session === null) : undefined
  const [until, weeks] = [whole?.until ?? null, whole?.weeks ?? null]
  const given = { listing, revision, heard, words: null, until, weeks, how: 'form' as const }
  await tellKeepers({ act, who, by, known, given, at, workshop }, await keepersOf(act, group?.id ?? null))
}
