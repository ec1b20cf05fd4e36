/** The forms of /groups/people/<group>: who keeps it, whom it invites, which umbrella bodies it accepts. */
import { inviteKeeper, invited, withdrawInvitation, type KeepOutcome } from '../../people/keepers/invite.ts'
import { endKeeper } from '../../people/keepers/leave.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { answerUmbrella } from '../../people/umbrellas/tie.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import {
  noSuch,
  notTheirs,
  tooOften,
  wrong,
  type FormAnswer,
  type LimitedBy,
  type Typed,
} from './form-answer.ts'

export type PeopleSent = { group: string; form: Typed; lang: Lang; limited: LimitedBy }

export async function peopleForm(who: SignedIn, sent: PeopleSent, workshop: Workshop): Promise<FormAnswer> {
  const { group, form } = sent
  const umbrella = form.text('umbrella')
  switch (form.text('do')) {
    case 'invite':
      return invite(who, sent, workshop)
    case 'withdraw':
      return answerTo(await withdrawInvitation(who, form.text('invitation'), workshop), sent, 'withdrawn')
    case 'accept':
      return tied(
        await answerUmbrella(who, { umbrella, group, answer: 'accept' }, workshop),
        sent,
        'accepted',
      )
    case 'end':
      return tied(await answerUmbrella(who, { umbrella, group, answer: 'end' }, workshop), sent, 'ended')
    default:
      return noSuch
  }
}

const done = ({ group }: PeopleSent, did: string): FormAnswer => ({
  is: 'done',
  to: `/groups/people/${group}?did=${did}`,
})

function answerTo({ is }: KeepOutcome, sent: PeopleSent, did: string): FormAnswer {
  if (is === 'saved') return done(sent, did)
  if (is === 'refused') return notTheirs
  if (is === 'check-first') return wrong('check', texts(sent.lang).keepers.people.checkFirst)
  return noSuch
}

function tied(
  { is }: { is: 'saved' | 'refused' | 'unknown' | 'as-it-is' },
  sent: PeopleSent,
  did: string,
): FormAnswer {
  if (is === 'refused') return notTheirs
  return is === 'unknown' ? noSuch : done(sent, did)
}

async function invite(who: SignedIn, sent: PeopleSent, workshop: Workshop): Promise<FormAnswer> {
  const { group, form, lang } = sent
  const t = texts(lang).keepers
  const read = invited.safeParse({ email: form.text('email'), handOver: form.has('hand-over') })
  if (!read.success) return wrong('email', t.people.errors.email)
  const limited = await sent.limited()
  if (limited !== null) {
    const minutes = Math.ceil(limited.retryAfter / 60)
    return tooOften('email', t.keep.errors.limited(minutes), limited.retryAfter)
  }
  const outcome = await inviteKeeper(who, { ...read.data, group, lang }, workshop)
  if (outcome.is === 'keeps-already') return wrong('email', t.people.errors.keepsAlready)
  if (outcome.is === 'too-many') return wrong('email', t.people.errors.tooMany)
  return answerTo(outcome, sent, 'invited')
}

/** The form of /groups/people/<group>/leave: somebody goes, oneself or another. */
export async function leaveForm(
  who: SignedIn,
  sent: PeopleSent & { grant: string; self: boolean },
  workshop: Workshop,
): Promise<FormAnswer> {
  const { group, form, grant, self, lang } = sent
  const outcome = await endKeeper(who, { group, grant, evenIfLast: form.has('last') }, workshop)
  if (outcome.is === 'last') return wrong('last', texts(lang).keepers.people.errors.last)
  if (outcome.is === 'saved' && self) return { is: 'done', to: '/groups/people/left' }
  return answerTo(outcome, sent, 'removed')
}
