/** What a mail server's answer says of a letter: RFC 5321 for the three digits, RFC 3463 for the status with dots. */
import type { Sending } from './mailer.ts'

export type MailError = {
  code?: string | undefined
  command?: string | undefined
  responseCode?: number | undefined
  response?: string | undefined
}

/** No mailbox, moved, disabled. Without a status with dots these say the same; 554 says too many other things. */
const NO_SUCH = [550, 551, 553, 556]

/** "5.1.1" in "550 5.1.1 <…> no such user". */
export function statusIn(words: string): string | null {
  return /(?:^|[\s-])([245]\.\d{1,3}\.\d{1,3})(?:[\s:;,.]|$)/.exec(words)?.[1] ?? null
}

/**
 * Whether a status says that the address is not there: 5.1.x addressing, 5.2.1 mailbox disabled. Not 5.7.x: that is our
 * own server being turned away, and would cast doubt on every listing at once.
 */
export const saysNoSuchAddress = (status: string): boolean =>
  /^5\.1\.(?!7$|8$|9$)\d+$/.test(status) || status === '5.2.1'

const summary = ({ code, command, responseCode }: MailError, status: string | null): string =>
  [responseCode ?? code ?? 'an error', status, command && `at ${command}`].filter(Boolean).join(' ')

/** What becomes of a letter whose sending ended in this error. */
export function sortOut(error: MailError): Sending {
  const { command = '', responseCode, response = '' } = error
  const status = statusIn(response)
  const why = summary(error, status)
  const ofLetter = command === 'RCPT TO' || command === 'DATA'
  // Without an answer, or with one to who we are and not to whom we write, no other letter would have gone either.
  if (responseCode === undefined || responseCode === 421 || !ofLetter)
    return { is: 'failed', unreachable: true, why }
  const gone =
    responseCode >= 500 &&
    (status === null ? command === 'RCPT TO' && NO_SUCH.includes(responseCode) : saysNoSuchAddress(status))
  return gone ? { is: 'no-such-address', why } : { is: 'failed', unreachable: false, why }
}
