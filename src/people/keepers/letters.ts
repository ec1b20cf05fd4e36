/** Letters about who keeps a group's listings: whom they go to, and how long they are worth sending. */
import type { LetterAbout, LetterName } from '../../mail/letters.ts'
import type { Act } from '../../store/act.ts'
import type { Lang } from '../../text/format.ts'
import type { Workshop } from '../../upkeep/workshop.ts'

/** Days for which news of who keeps a group is still worth sending. */
const WORTH_DAYS = 7
const DAY_MS = 86_400_000

/** A letter that tells something; `key`: by the same one it goes no second time. */
export async function tell<K extends LetterName>(
  act: Act,
  { newId, now }: Pick<Workshop, 'newId' | 'now'>,
  letter: { to: string; lang: Lang; kind: K; about: LetterAbout<K>; key: string },
): Promise<void> {
  const at = now()
  await act.post({
    id: newId(),
    postedAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + WORTH_DAYS * DAY_MS).toISOString(),
    ...letter,
  })
}

/** Everybody who keeps a group, with the address their letters go to. Those who asked to be forgotten are left out. */
export async function keepersIn(
  act: Act,
  group: string,
): Promise<{ person: string; email: string; grant: string; givenAt: string }[]> {
  const grants = await act.grants.holders('group', group)
  const found = await Promise.all(
    grants.map(async ({ id, person, givenAt }) => {
      const known = await act.people.byId(person)
      return known === null ? [] : [{ person, email: known.email, grant: id, givenAt }]
    }),
  )
  return found.flat()
}
