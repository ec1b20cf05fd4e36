/** POST /api/bounce: who may tell, what they may tell, and what is answered. */
import { texts } from '../../text/texts.ts'
import type { Lang } from '../../text/format.ts'
import type { House } from '../house.ts'
import { bounceBody, knowsSecret, takeBounces, takeMail, type Taken } from './take-bounces.ts'

export type BounceAnswer =
  { is: 'taken'; taken: Taken } | { is: 'refused'; status: number; detail: string; parameter?: string }

/** Mails as they are, beside JSON. */
const MAIL = /^(message\/(rfc822|global)|multipart\/report)\b/i

export async function takeRequest(
  house: Pick<House, 'config' | 'store' | 'site' | 'now'>,
  headers: Headers,
  read: () => Promise<string>,
  lang: Lang,
): Promise<BounceAnswer> {
  const t = texts(lang).mail.bounce
  const secret = house.config.bounceSecret
  if (secret === null) return { is: 'refused', status: 404, detail: t.off }
  if (!knowsSecret(headers.get('authorization'), secret))
    return { is: 'refused', status: 401, detail: t.secret, parameter: 'authorization' }
  const body = await read()
  const type = headers.get('content-type') ?? ''
  if (MAIL.test(type)) {
    const head = type.toLowerCase().startsWith('multipart/') ? `Content-Type: ${type}\n\n` : ''
    return { is: 'taken', taken: await takeMail(house, head + Buffer.from(body, 'utf8').toString('latin1')) }
  }
  const parsed = bounceBody.safeParse(asJson(body))
  if (!parsed.success) return { is: 'refused', status: 400, detail: t.body, parameter: 'body' }
  return { is: 'taken', taken: await takeBounces(house, parsed.data) }
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
