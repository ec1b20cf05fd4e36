/** How a written letter leaves the house: by a mail server, or into a folder. */

export type Sender = { name: string; address: string }

export type Message = {
  /** "…@host", from the id of the letter: two copies of one letter can be told by it. */
  messageId: string
  from: Sender
  to: string
  subject: string
  text: string
  html: string
  lang: 'en' | 'cy'
  /** Ends this kind of letter by one POST (RFC 8058); null: it is no digest. */
  stopUrl: string | null
  postedAt: string
}

export type Sending =
  | { is: 'sent' }
  /** There is no such address: trying again is of no use. */
  | { is: 'no-such-address'; why: string }
  /** Not now. `unreachable`: no letter at all would have gone. `why` never holds the address or words of the server. */
  | { is: 'failed'; unreachable: boolean; why: string }

export interface Mailer {
  /** Never throws. "sent": the server has taken it over, or the file is whole. */
  send(message: Message): Promise<Sending>
  close(): void
}

/** "Fingerpost <directory@example.org>" or the address alone; null: it is neither. */
export function readSender(given: string, name: string): Sender | null {
  const read = /^\s*(?:(?<name>[^<>\r\n"]*|"[^<>\r\n"]*")\s*<(?<in>[^<>\s]+)>|(?<bare>[^<>\s]+))\s*$/.exec(
    given,
  )
  const address = read?.groups?.in ?? read?.groups?.bare
  if (address === undefined || !/^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$/.test(address)) return null
  const said = read?.groups?.name?.replaceAll('"', '').trim()
  return { name: said === undefined || said === '' ? name : said, address }
}
