/** What a report of a letter that came back says (RFC 3464), and which letter it was about. */
import { everyPart, readHeaders, type Part } from './read-mail.ts'
import { saysNoSuchAddress } from './refusals.ts'

export type Report = {
  address: string
  permanent: boolean
  /** Id of the letter by its Message-ID, where the report brings it along. */
  letter: string | null
}

/** Recipients of one report that are looked at. */
const RECIPIENTS = 50

/**
 * Empty: it is no such report, or one of success. What says that our own server was turned away (5.7) or that a letter
 * was not liked (5.6) says nothing of the address and is left out.
 */
export function readReport(mail: Part): Report[] {
  const parts = everyPart(mail)
  const letter = letterIn(parts)
  return parts
    .filter(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status')
    .flatMap(({ body }) => body.split(/\n(?:[ \t]*\n)+/).slice(0, RECIPIENTS + 1))
    .flatMap((group) => {
      const read = recipient(readHeaders(group))
      return read === null ? [] : [{ ...read, letter }]
    })
}

type Fields = { [name: string]: string }

function recipient(fields: Fields): Pick<Report, 'address' | 'permanent'> | null {
  // Where a letter was passed on, the first address is the one it was written to.
  const address = addressIn(fields['original-recipient']) ?? addressIn(fields['final-recipient'])
  const action = fields['action']?.trim().toLowerCase()
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields['status'] ?? '')?.[0]
  if (address === null || status === undefined) return null
  if (action !== 'failed' && action !== 'delayed') return null
  if (/^(2|[45]\.[67])\./.test(status)) return null
  return { address, permanent: action === 'failed' && saysNoSuchAddress(status) }
}

/** "rfc822; kettle@example.org" */
function addressIn(field: string | undefined): string | null {
  const address = /^\s*(?:rfc822|utf-8)\s*;\s*<?([^\s<>;,"]+@[^\s<>;,"]+)>?/i.exec(field ?? '')?.[1]
  return address?.toLowerCase() ?? null
}

function letterIn(parts: readonly Part[]): string | null {
  const returned = parts.slice(1).flatMap(({ type, headers, body }) => {
    if (type === 'text/rfc822-headers' || type === 'message/global-headers') return [readHeaders(body)]
    return type === 'message/delivery-status' ? [] : [headers]
  })
  const id = returned.map((headers) => headers['message-id']).find((it) => it !== undefined)
  return /^<([\w-]{1,64})@[^<>\s]+>$/.exec(id?.trim() ?? '')?.[1] ?? null
}

/** The mails of a mailbox file, or the one mail that the file is. One character a byte. */
export function mailsIn(file: string): string[] {
  const plain = file.replaceAll(/\r\n?/g, '\n')
  if (!plain.startsWith('From ')) return plain.trim() === '' ? [] : [plain]
  return plain
    .split(/(?:^|\n\n+)From [^\n]*\n/)
    .slice(1)
    .filter((mail) => mail.trim() !== '')
}
