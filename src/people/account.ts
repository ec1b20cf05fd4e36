/** What somebody does to their own sign-in: another address, ending browsers, leaving altogether. */
import type { Act } from '../store/act.ts'
import type { Person } from '../store/people/persons.ts'
import type { Lang } from '../text/format.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { recentlyChecked } from './lasting.ts'
import type { SignedIn } from './signed-in.ts'

type Shop = Pick<Workshop, 'store' | 'now' | 'newId'>

/** What a letter tells of. */
export type AccountNews = 'address' | 'second-on' | 'second-off' | 'left'

/** A letter about what was changed lives so long: later it would only frighten. Milliseconds. */
const NEWS_MS = 3 * 86_400_000

/** Tells an address that something was changed there. */
export async function tellOf(
  act: Pick<Act, 'post'>,
  what: AccountNews,
  { to, lang, id, at }: { to: string; lang: Lang; id: string; at: string },
): Promise<void> {
  const expiresAt = new Date(Date.parse(at) + NEWS_MS).toISOString()
  await act.post({
    id,
    key: `account ${id}`,
    to,
    lang,
    kind: 'account',
    about: { what },
    postedAt: at,
    expiresAt,
  })
}

/** In the act that used the code up which was sent to the new address. Null: somebody else has it. */
export async function changeAddress(
  act: Act,
  who: SignedIn,
  address: string,
  { lang, id, at }: { lang: Lang; id: string; at: string },
): Promise<Person | null> {
  const before = await act.people.byId(who.person)
  if (before === null || !(await act.people.changeEmail(who.person, address))) return null
  await tellOf(act, 'address', { to: before.email, lang, id: `${id}-old`, at })
  await tellOf(act, 'address', { to: address, lang, id: `${id}-new`, at })
  await act.audit({ ...entry(who, id, at), did: 'changed-address' })
  return { ...before, email: address }
}

/** Ends one browser of theirs, or (null) all but the one they are at. How many it were. */
export async function endBrowsers(who: SignedIn, signIn: string | null, { store }: Shop): Promise<number> {
  return store.act(({ people }) => people.endSignIns(who.person, signIn, signIn === null ? who.id : null))
}

export type Left = { is: 'left' } | { is: 'check-first' }

/** Roles end, address and second factor are deleted. What they decided stays in the record, under no name. */
export async function leave(who: SignedIn, lang: Lang, { store, now, newId }: Shop): Promise<Left> {
  if (!recentlyChecked(who, now())) return { is: 'check-first' }
  const [id, at] = [newId(), now().toISOString()]
  return store.act(async (act): Promise<Left> => {
    await act.audit({ ...entry(who, id, at), did: 'left' })
    await tellOf(act, 'left', { to: who.email, lang, id, at })
    await act.people.forget(who.person, at)
    return { is: 'left' }
  })
}

export const entry = ({ person }: Pick<SignedIn, 'person'>, id: string, at: string) => ({
  id,
  at,
  person,
  role: null,
  listing: null,
  group: null,
  about: null,
})
