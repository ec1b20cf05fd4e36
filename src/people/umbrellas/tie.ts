/** An umbrella body offers a group its help; the group accepts; either ends it at any time. Each is one act. */
import type { LetterAbout } from '../../mail/letters.ts'
import type { Act } from '../../store/act.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Tie } from '../../store/umbrellas/umbrella.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { allowedGroup } from '../allowed.ts'
import { keepersIn, tell } from '../keepers/letters.ts'
import { mayHere } from '../roles.ts'
import type { SignedIn } from '../signed-in.ts'
import { actsFor } from './bodies.ts'

/** "as-it-is": they had agreed on that before; nothing was written. */
export type TieOutcome = { is: 'saved' } | { is: 'refused' } | { is: 'unknown' } | { is: 'as-it-is' }
type Both = { umbrella: string; group: string }

/** Its keepers hear of it and may accept. */
export async function inviteGroup(who: SignedIn | null, both: Both, workshop: Workshop): Promise<TieOutcome> {
  const role = mayHere(who, 'invite-groups')
  if (who === null || role === null || !actsFor(who, both.umbrella)) return { is: 'refused' }
  const names = await namesOf(both, workshop)
  if (names === null) return { is: 'unknown' }
  return workshop.store.act(async (act): Promise<TieOutcome> => {
    const before = await tieOf(act, both)
    if (before !== null && before.state !== 'ended') return { is: 'as-it-is' }
    const at = workshop.now().toISOString()
    await act.umbrellas.tie({
      ...both,
      state: 'invited',
      invitedAt: at,
      invitedBy: who.person,
      acceptedAt: null,
      acceptedBy: null,
      endedAt: null,
      endedBy: null,
    })
    await record(act, { ...both, who, role, did: 'umbrella-invited' }, workshop)
    for (const { email } of await keepersIn(act, both.group))
      await tell(act, workshop, {
        to: email,
        lang: 'en',
        kind: 'umbrella-invites',
        about: { ...names, path: `/groups/people/${both.group}` },
        key: `umbrella:${both.umbrella}:${both.group}:${at}:${email}`,
      })
    return { is: 'saved' }
  })
}

/** For the group: one of its keepers, or (while it has none) the desk, which was told so on the telephone. */
export async function answerUmbrella(
  who: SignedIn | null,
  { answer, ...both }: Both & { answer: 'accept' | 'end' },
  workshop: Workshop,
): Promise<TieOutcome> {
  const names = await namesOf(both, workshop)
  return workshop.store.act(async (act): Promise<TieOutcome> => {
    const role = await allowedGroup(act, who, 'answer-umbrella', both.group)
    if (who === null || role === null) return { is: 'refused' }
    if (role === 'desk' && (await keepersIn(act, both.group)).length > 0) return { is: 'refused' }
    const tie = await tieOf(act, both)
    if (names === null || tie === null) return { is: 'unknown' }
    if (tie.state === 'ended' || (answer === 'accept' && tie.state === 'accepted')) return { is: 'as-it-is' }
    await act.umbrellas.tie(answered(tie, answer, who, workshop))
    const did = answer === 'accept' ? 'umbrella-accepted' : 'umbrella-ended'
    await record(act, { ...both, who, role, did }, workshop)
    const what = answer === 'accept' ? 'accepted' : tie.state === 'invited' ? 'declined' : 'ended'
    for (const to of await bodyPeople(act, both.umbrella))
      await tell(act, workshop, changed(tie, { ...names, what, path: '/umbrella/groups' }, to, workshop))
    return { is: 'saved' }
  })
}

/** For the body: it takes its invitation back, or helps no longer. */
export async function endHelp(who: SignedIn | null, both: Both, workshop: Workshop): Promise<TieOutcome> {
  const role = mayHere(who, 'invite-groups')
  if (who === null || role === null || !actsFor(who, both.umbrella)) return { is: 'refused' }
  const names = await namesOf(both, workshop)
  return workshop.store.act(async (act): Promise<TieOutcome> => {
    const tie = await tieOf(act, both)
    if (names === null || tie === null) return { is: 'unknown' }
    if (tie.state === 'ended') return { is: 'as-it-is' }
    await act.umbrellas.tie(answered(tie, 'end', who, workshop))
    await record(act, { ...both, who, role, did: 'umbrella-ended' }, workshop)
    const path = `/groups/people/${both.group}`
    // An invitation taken back is no news for a group that did not answer it.
    if (tie.state === 'accepted')
      for (const { email: to } of await keepersIn(act, both.group))
        await tell(act, workshop, changed(tie, { ...names, what: 'ended-by-body', path }, to, workshop))
    return { is: 'saved' }
  })
}

function answered(tie: Tie, answer: 'accept' | 'end', { person }: SignedIn, { now }: Workshop): Tie {
  const at = now().toISOString()
  if (answer === 'accept') return { ...tie, state: 'accepted', acceptedAt: at, acceptedBy: person }
  return { ...tie, state: 'ended', endedAt: at, endedBy: person }
}

async function tieOf(act: Act, { umbrella, group }: Both): Promise<Tie | null> {
  return (await act.umbrellas.ties({ umbrella, group }))[0] ?? null
}

type Names = { umbrella: string; group: string }
async function namesOf(both: Both, { store }: Workshop): Promise<Names | null> {
  const [umbrella, group] = await Promise.all([store.umbrellas.get(both.umbrella), store.group(both.group)])
  return umbrella === null || group === null ? null : { umbrella: umbrella.name, group: group.name }
}

/** The letter that says what became of a tie. */
function changed(
  tie: Tie,
  about: LetterAbout<'umbrella-changed'>,
  to: string,
  { now }: Workshop,
): { to: string; lang: 'en'; kind: 'umbrella-changed'; about: LetterAbout<'umbrella-changed'>; key: string } {
  const key = `umbrella-${about.what}:${tie.umbrella}:${tie.group}:${now().toISOString()}:${to}`
  return { to, lang: 'en', kind: 'umbrella-changed', about, key }
}

async function bodyPeople(act: Act, umbrella: string): Promise<string[]> {
  const grants = await act.grants.holders('umbrella', umbrella)
  const people = await Promise.all(grants.map(({ person }) => act.people.byId(person)))
  return people.flatMap((it) => (it === null ? [] : [it.email]))
}

type Entry = Both & { who: SignedIn; role: Role; did: string }
async function record(
  act: Act,
  { umbrella, group, who, role, did }: Entry,
  { newId, now }: Workshop,
): Promise<void> {
  const at = now().toISOString()
  await act.audit({ id: newId(), at, person: who.person, role, did, listing: null, group, about: umbrella })
}
