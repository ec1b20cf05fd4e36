/** The form of /groups/keep/<slug>: one of four buttons was pressed. */
import type { LimitKind } from '../../people/limits.ts'
import { askDesk, askForCode, keepByAddress, keepByCode, proof, type Kept } from '../../people/keepers/ask.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import {
  noSuch,
  notTheirs,
  tooOften,
  wrong,
  type FormAnswer,
  type FormError,
  type Typed,
} from './form-answer.ts'

export type KeepSent = {
  listing: { id: string; slug: string }
  form: Typed
  lang: Lang
  limited: (kind: LimitKind) => Promise<{ retryAfter: number } | null>
}
/** A code: digits, however they are set apart. */
const CODE = /^\d{3}[\s-]?\d{3}$/

export async function keepForm(who: SignedIn, sent: KeepSent, workshop: Workshop): Promise<FormAnswer> {
  switch (sent.form.text('do')) {
    case 'own':
      return own(who, sent, workshop)
    case 'send-code':
      return sendCode(who, sent, workshop)
    case 'code':
      return useCode(who, sent, workshop)
    case 'desk':
      return desk(who, sent, workshop)
    default:
      return wrong('ways', texts(sent.lang).keepers.keep.errors.notOwn)
  }
}

const kept = ({ group }: Kept): FormAnswer => ({ is: 'done', to: `/groups/people/${group}?did=joined` })
const back = ({ listing }: KeepSent, place: string): FormAnswer => ({
  is: 'done',
  to: `/groups/keep/${listing.slug}${place}`,
})

async function over(sent: KeepSent, kind: LimitKind, name: string): Promise<FormAnswer | null> {
  const limited = await sent.limited(kind)
  if (limited === null) return null
  const minutes = Math.ceil(limited.retryAfter / 60)
  return tooOften(name, texts(sent.lang).keepers.keep.errors.limited(minutes), limited.retryAfter)
}

async function own(who: SignedIn, sent: KeepSent, workshop: Workshop): Promise<FormAnswer> {
  const outcome = await keepByAddress(who, sent.listing.id, workshop)
  if (outcome.is === 'saved') return kept(outcome)
  if (outcome.is === 'unknown') return noSuch
  return wrong('ways', texts(sent.lang).keepers.keep.errors.notOwn)
}

async function sendCode(who: SignedIn, sent: KeepSent, workshop: Workshop): Promise<FormAnswer> {
  const stopped = await over(sent, 'keep', 'send-code')
  if (stopped !== null) return stopped
  const { is } = await askForCode(who, { listing: sent.listing.id, lang: sent.lang }, workshop)
  if (is === 'sent') return back(sent, '?did=sent#code')
  if (is === 'unknown') return noSuch
  if (is === 'refused') return notTheirs
  return wrong('send-code', texts(sent.lang).keepers.keep.errors.tooMany)
}

async function useCode(who: SignedIn, sent: KeepSent, workshop: Workshop): Promise<FormAnswer> {
  const t = texts(sent.lang).keepers.keep.errors
  const code = sent.form.text('code')
  if (!CODE.test(code)) return wrong('code', t.code)
  const stopped = await over(sent, 'code', 'code')
  if (stopped !== null) return stopped
  const outcome = await keepByCode(who, { listing: sent.listing.id, code }, workshop)
  if (outcome.is === 'saved') return kept(outcome)
  if (outcome.is === 'unknown') return noSuch
  if (outcome.is === 'refused') return notTheirs
  return wrong('code', outcome.is === 'wrong' ? t.wrong(outcome.left) : t[outcome.is])
}

async function desk(who: SignedIn, sent: KeepSent, workshop: Workshop): Promise<FormAnswer> {
  const t = texts(sent.lang).keepers.keep.errors
  const { form, lang } = sent
  const read = proof.safeParse({ words: form.text('words'), website: form.text('website') })
  if (!read.success) {
    const fields = new Set(read.error.issues.map(({ path }) => (path[0] === 'website' ? 'website' : 'words')))
    const errors: FormError[] = [...fields].map((name) => ({ name, message: t[name] }))
    return { is: 'again', status: 422, errors }
  }
  const stopped = await over(sent, 'keep', 'words')
  if (stopped !== null) return stopped
  const { is } = await askDesk(who, sent.listing.id, { ...read.data, lang }, workshop)
  if (is === 'asked') return back(sent, '?did=asked#desk')
  return is === 'unknown' ? noSuch : notTheirs
}
