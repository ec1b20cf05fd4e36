/** What an act does about who keeps a group. */
import type { Writing } from '../database.ts'
import { codesSince, makeCode, tryCode } from './codes.ts'
import { answerInvitation, invitation, invite, waitingFor } from './invitations.ts'
import type { CodeTried, Invitation, KeeperCode } from './keeper.ts'

export type KeepersInAct = {
  invitation: (id: string) => Promise<Invitation | null>
  /** Those nobody has answered, expired ones left out. */
  waiting: (group: string, now: Date) => Promise<Invitation[]>
  invite: (invitation: Omit<Invitation, 'state'>) => Promise<void>
  /** False where it was answered before. */
  answer: (invitation: string, state: 'accepted' | 'withdrawn') => Promise<boolean>
  /** How many codes were sent for a listing since an instant. */
  codesSince: (listing: string, since: string) => Promise<number>
  makeCode: (code: string, given: Omit<KeeperCode, 'tries' | 'usedAt'>) => Promise<void>
  tryCode: (listing: string, person: string, code: string, now: Date) => Promise<CodeTried>
}

export const keepersInAct = (tx: Writing): KeepersInAct => ({
  invitation: (id) => invitation(tx, id),
  waiting: (group, now) => waitingFor(tx, group, now),
  invite: (given) => invite(tx, given),
  answer: (id, state) => answerInvitation(tx, id, state),
  codesSince: (listing, since) => codesSince(tx, listing, since),
  makeCode: (code, given) => makeCode(tx, code, given),
  tryCode: (listing, person, code, now) => tryCode(tx, listing, person, code, now),
})
