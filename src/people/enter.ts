/**
 * Coming in: anybody who proves an address. A code is sent to whatever address is given, known or not, in one and the
 * same way; an account comes into being when the code is typed in, in the browser that asked.
 */
import type { Lang } from '../text/format.ts'
import type { Asking, AskingPurpose } from '../store/people/askings.ts'
import type { Person } from '../store/people/persons.ts'
import { sameAddress } from '../store/people/persons.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { changeAddress } from './account.ts'
import { CODE_MS, codeHash, newCode, newNonce, nonceHash, readCode, sameHash, TRIES_MOST } from './codes.ts'
import type { SignedIn } from './signed-in.ts'

type Shop = Pick<Workshop, 'store' | 'now' | 'newId'>

export type AskingFor = {
  email: string
  lang: Lang
  /** Path of the page that takes the code, without the code: "/sign-in/code?then=%2Fgroups". */
  page: string
  purpose: AskingPurpose
  /** Who asks, if they are signed in. */
  person: string | null
}

/** Sends a code. What is given back belongs into the asking browser's cookie, and is nowhere else. */
export async function askForCode(it: AskingFor, { store, now, newId }: Shop): Promise<{ nonce: string }> {
  const [nonce, code, at] = [newNonce(), newCode(), now()]
  const expiresAt = new Date(at.getTime() + CODE_MS).toISOString()
  const askedAt = at.toISOString()
  const address = sameAddress(it.email)
  await store.act(async ({ people, post }) => {
    await people.dropEnded(askedAt)
    const hash = nonceHash(nonce)
    const { purpose, person, lang } = it
    await people.ask({ hash, purpose, address, person, codeHash: codeHash(nonce, code), askedAt, expiresAt })
    await post({
      id: newId(),
      key: `sign-in ${hash}`,
      to: address,
      lang,
      asked: true,
      kind: 'sign-in',
      about: { code, path: `${it.page}${it.page.includes('?') ? '&' : '?'}code=${code}` },
      postedAt: askedAt,
      expiresAt,
    })
  })
  return { nonce }
}

/** What has become of a code that this browser asked for. */
export type CodeState =
  | { is: 'waiting'; asking: Asking }
  /** Asked for in another browser, or long ago. */
  | { is: 'elsewhere' }
  | { is: 'used' }
  | { is: 'expired' }
  | { is: 'too-many' }

function stateOf(asking: Asking | null, now: Date): CodeState {
  if (asking === null) return { is: 'elsewhere' }
  if (asking.usedAt !== null) return { is: 'used' }
  if (Date.parse(asking.expiresAt) <= now.getTime()) return { is: 'expired' }
  if (asking.tries >= TRIES_MOST) return { is: 'too-many' }
  return { is: 'waiting', asking }
}

export async function codeState(nonce: string | null, { store, now }: Shop): Promise<CodeState> {
  return stateOf(nonce === null ? null : await store.people.asking(nonceHash(nonce)), now())
}

export type Redeemed =
  | { is: 'good'; person: Person; purpose: AskingPurpose; address: string }
  | { is: 'wrong'; left: number }
  /** No code at all: six digits are one. */
  | { is: 'unreadable' }
  /** Somebody else signs in with the address that was to be theirs. */
  | { is: 'taken' }
  | Exclude<CodeState, { is: 'waiting' }>

export type Typed = {
  /** Of the cookie of the browser that asked. */
  nonce: string | null
  typed: string
  /** Who is signed in with this browser already. */
  who: SignedIn | null
  lang: Lang
}

/** Uses the code up, or says why not: one act, so that of two presses at once one is too late. */
export async function redeemCode(
  { nonce, typed, who, lang }: Typed,
  { store, now, newId }: Shop,
): Promise<Redeemed> {
  if (nonce === null) return { is: 'elsewhere' }
  const code = readCode(typed)
  return store.act(async (act) => {
    const { people } = act
    const at = now()
    const state = stateOf(await people.asking(nonceHash(nonce)), at)
    if (state.is !== 'waiting') return state
    if (code === null) return { is: 'unreadable' }
    const { hash, purpose, address, codeHash: kept, tries, person } = state.asking
    if (!sameHash(codeHash(nonce, code), kept)) {
      await people.countTry(hash)
      return tries + 1 >= TRIES_MOST ? { is: 'too-many' } : { is: 'wrong', left: TRIES_MOST - tries - 1 }
    }
    if (purpose === 'address' && who?.person !== person) return { is: 'elsewhere' }
    if (!(await people.useAsking(hash, at.toISOString()))) return { is: 'used' }
    if (purpose === 'address' && who !== null) {
      const changed = await changeAddress(act, who, address, { lang, id: newId(), at: at.toISOString() })
      return changed === null ? { is: 'taken' } : { is: 'good', person: changed, purpose, address }
    }
    const found = await people.for({ email: address, id: newId(), at: at.toISOString(), lang })
    return { is: 'good', person: found, purpose, address }
  })
}
