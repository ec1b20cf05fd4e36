/** A message as nodemailer wants it. Addresses are given as records: as text, a comma would make two of one. */
import type { SendMailOptions } from 'nodemailer'
import type { Message } from './mailer.ts'

export function forNodemailer(message: Message, now: Date): SendMailOptions {
  const { from, to, subject, text, html, lang, stopUrl } = message
  return {
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    messageId: `<${message.messageId}>`,
    date: now,
    subject,
    text,
    html,
    headers: {
      'Content-Language': lang,
      // Programs that answer mail by themselves do not answer this (RFC 3834, and Exchange's own word for it).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(stopUrl === null
        ? {}
        : { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
