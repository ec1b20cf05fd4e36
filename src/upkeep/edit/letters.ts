/** Letters about a change, to whoever sent it. Somebody who is gone, or has the desk's own seat, gets none. */
import type { Act } from '../../store/act.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { LetterAbout, LetterName } from '../../mail/letters.ts'
import { changeOf } from './held-matter.ts'
import type { Workshop } from '../workshop.ts'

/** Days for which a letter that could not be sent is still worth sending. */
const WORTH_DAYS = 14
const DAY_MS = 86_400_000

export async function tellSender<K extends Extract<LetterName, `change-${string}` | 'listing-published'>>(
  act: Act,
  matter: Matter,
  kind: K,
  about: LetterAbout<K>,
  { newId }: Workshop,
  at: Date,
): Promise<void> {
  const person = matter.person === null ? null : await act.people.byId(matter.person)
  if (person === null) return
  await act.post({
    id: newId(),
    key: `${kind}:${matter.id}`,
    to: person.email,
    lang: changeOf(matter)?.lang ?? 'en',
    kind,
    about,
    postedAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + WORTH_DAYS * DAY_MS).toISOString(),
  })
}
