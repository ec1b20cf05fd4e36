/** The second factor: setting it up, showing it, being rid of it. Desk and administrators' roles count only after it. */
import { createHash, randomInt } from 'node:crypto'
import type { Lang } from '../text/format.ts'
import type { SecondFactor } from '../store/people/second-factors.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { entry, tellOf } from './account.ts'
import type { Cipher } from './cipher.ts'
import { readCode } from './codes.ts'
import { recentlyChecked } from './lasting.ts'
import { NEEDS_SECOND } from './roles.ts'
import type { SignedIn } from './signed-in.ts'
import { newSecret, stepOf } from './totp.ts'

type Shop = Pick<Workshop, 'store' | 'now' | 'newId'> & { cipher: Cipher }

/** Written codes for the day the phone is lost. */
const BACKUPS = 8
/** No letter that looks like another. */
const BACKUP_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const BACKUP_LENGTH = 12

const hash = (code: string): string => createHash('sha256').update(code).digest('hex')
const plain = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const newBackup = (): string =>
  Array.from({ length: BACKUP_LENGTH }, () => BACKUP_LETTERS[randomInt(BACKUP_LETTERS.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** Whether a role of theirs waits for a second factor. */
export const needsSecond = ({ grants, second }: Pick<SignedIn, 'grants' | 'second'>): boolean =>
  !second && grants.some(({ role, endedAt }) => endedAt === null && NEEDS_SECOND.includes(role))

/** Null also where the server's own secret was changed since: then it is as though nothing had been set up. */
const secretOf = async (it: SecondFactor | null, cipher: Cipher): Promise<string | null> =>
  it === null ? null : cipher.open(it.secret).catch(() => null)

export type SecondState = { is: 'none' } | { is: 'begun'; secret: string } | { is: 'set-up'; left: number }

export async function secondState(who: SignedIn, { store, cipher }: Shop): Promise<SecondState> {
  const it = await store.people.secondFactor(who.person)
  const secret = await secretOf(it, cipher)
  if (it === null || secret === null) return { is: 'none' }
  return it.verifiedAt === null ? { is: 'begun', secret } : { is: 'set-up', left: it.backups.length }
}

/** A new secret, which counts only after a first code. Does nothing where a second factor is set up. */
export async function beginSecond(who: SignedIn, { store, now, cipher }: Shop): Promise<void> {
  const secret = await cipher.close(newSecret())
  const before = await store.people.secondFactor(who.person)
  const holds = before?.verifiedAt !== null && (await secretOf(before, cipher)) !== null
  if (holds) return
  await store.act(async ({ people }) => {
    const there = await people.secondFactor(who.person)
    if (there?.secret !== before?.secret) return
    const madeAt = now().toISOString()
    await people.setSecondFactor({
      person: who.person,
      secret,
      madeAt,
      verifiedAt: null,
      lastStep: 0,
      backups: [],
    })
  })
}

export type Confirmed =
  | { is: 'set-up'; backups: string[] }
  | { is: 'wrong' }
  | { is: 'not-begun' }
  /** A code from a mail is asked for again first. */
  | { is: 'check-first' }

/** The first code of the app; gives the written codes, which are shown this once. */
export async function confirmSecond(
  who: SignedIn,
  typed: string,
  lang: Lang,
  shop: Shop,
): Promise<Confirmed> {
  const { store, now, newId, cipher } = shop
  if (!recentlyChecked(who, now())) return { is: 'check-first' }
  const begun = await store.people.secondFactor(who.person)
  if (begun === null || begun.verifiedAt !== null) return { is: 'not-begun' }
  const secret = await secretOf(begun, cipher)
  if (secret === null) return { is: 'not-begun' }
  const step = stepOf(secret, readCode(typed) ?? '', now(), 0)
  if (step === null) return { is: 'wrong' }
  const backups = Array.from({ length: BACKUPS }, newBackup)
  const at = now().toISOString()
  return store.act(async (act): Promise<Confirmed> => {
    const { people, audit } = act
    const there = await people.secondFactor(who.person)
    if (there === null || there.secret !== begun.secret || there.verifiedAt !== null)
      return { is: 'not-begun' }
    const hashes = backups.map((code) => hash(plain(code)))
    await people.setSecondFactor({ ...there, verifiedAt: at, lastStep: step, backups: hashes })
    await audit({ ...entry(who, newId(), at), did: 'set-up-second' })
    await tellOf(act, 'second-on', { to: who.email, lang, id: newId(), at })
    return { is: 'set-up', backups }
  })
}

export type Shown = { is: 'good'; backupsLeft: number | null } | { is: 'wrong' } | { is: 'none' }

/** A code of the app, each of which works once, or a written one. */
export async function showSecond(who: SignedIn, typed: string, shop: Shop): Promise<Shown> {
  const { store, now, cipher } = shop
  const it = await store.people.secondFactor(who.person)
  if (it === null || it.verifiedAt === null) return { is: 'none' }
  const secret = await secretOf(it, cipher)
  if (secret === null) return { is: 'none' }
  const code = readCode(typed)
  return store.act(async ({ people }): Promise<Shown> => {
    const there = await people.secondFactor(who.person)
    if (there === null || there.secret !== it.secret) return { is: 'none' }
    if (code !== null) {
      const step = stepOf(secret, code, now(), there.lastStep)
      if (step === null) return { is: 'wrong' }
      await people.setSecondFactor({ ...there, lastStep: step })
      return { is: 'good', backupsLeft: null }
    }
    const left = there.backups.filter((kept) => kept !== hash(plain(typed)))
    if (left.length === there.backups.length) return { is: 'wrong' }
    await people.setSecondFactor({ ...there, backups: left })
    return { is: 'good', backupsLeft: left.length }
  })
}

export type Dropped = { is: 'dropped' } | { is: 'refused' } | { is: 'check-first' }

/** Only by somebody who has just shown it in this sign-in, and typed a code from a mail. */
export async function dropSecond(who: SignedIn, lang: Lang, { store, now, newId }: Shop): Promise<Dropped> {
  if (!who.second) return { is: 'refused' }
  if (!recentlyChecked(who, now())) return { is: 'check-first' }
  const at = now().toISOString()
  return store.act(async (act): Promise<Dropped> => {
    if (!(await act.people.dropSecondFactor(who.person))) return { is: 'refused' }
    await act.audit({ ...entry(who, newId(), at), did: 'dropped-second' })
    await tellOf(act, 'second-off', { to: who.email, lang, id: newId(), at })
    return { is: 'dropped' }
  })
}
