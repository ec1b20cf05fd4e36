/** Sends by a mail server. */
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'
import { forNodemailer } from './nodemailer-message.ts'
import { sortOut, type MailError } from './refusals.ts'

/** Milliseconds to connect and be greeted, between two words of the server, and for a whole letter. */
export const SMTP_TIMES = { connect: 10_000, silence: 20_000, letter: 45_000 }
/** A second one, where the first is still being closed after a fault. */
export const SMTP_CONNECTIONS = 2

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** `url`: "smtp://user:password@mail.example.org:587" or "smtps://…". */
export function smtpMailer(url: string, times: typeof SMTP_TIMES = SMTP_TIMES): Mailer {
  const { username, hostname } = new URL(url)
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: SMTP_CONNECTIONS,
    // A letter whose connection broke is tried again by us, later: the server may have taken it.
    maxRequeues: 0,
    connectionTimeout: times.connect,
    greetingTimeout: times.connect,
    socketTimeout: times.silence,
    socketCloseTimeout: 0,
    // A password and sign-in codes are not said aloud on a network.
    requireTLS: url.startsWith('smtp:') && username !== '' && !LOOPBACK.includes(hostname),
  })
  return {
    async send(message) {
      try {
        const letter = forNodemailer(message, new Date())
        await transport.sendMail({ ...letter, signal: AbortSignal.timeout(times.letter) })
        return { is: 'sent' }
      } catch (error) {
        return sortOut(error as MailError)
      }
    },
    close: () => transport.close({ force: true }),
  }
}
