/** Reads a mail as it lies in a file: enough for our own letters and for reports of letters that came back (RFC 5322, 2045). */

export type Part = {
  /** By small name; of several the first. Folded lines are one, words in other alphabets are read. */
  headers: { [name: string]: string }
  /** "text/plain", in small letters. */
  type: string
  /** Decoded. "" where it holds parts. */
  body: string
  parts: Part[]
}
export type ReadMail = Part & { text: string | null; html: string | null }

/** Parts inside parts: deeper ones are nobody's honest mail. */
const DEPTH = 8
const PARTS = 50

/** `raw`: one character a byte ("latin1"). Never throws; what cannot be read is empty. */
export function readMail(raw: string): ReadMail {
  const part = readPart(raw.replaceAll(/\r\n?/g, '\n'), 0)
  return { ...part, text: first(part, 'text/plain'), html: first(part, 'text/html') }
}

/** All parts, outermost first. */
export function everyPart(part: Part): Part[] {
  return [part, ...part.parts.flatMap(everyPart)]
}

const first = (part: Part, type: string): string | null =>
  everyPart(part).find((it) => it.type === type && it.parts.length === 0)?.body ?? null

function readPart(raw: string, depth: number): Part {
  const end = raw.startsWith('\n') ? 0 : raw.indexOf('\n\n')
  const head = end === -1 ? raw : raw.slice(0, end)
  const inside = end === -1 ? '' : raw.slice(end).replace(/^\n{1,2}/, '')
  const headers = readHeaders(head)
  const kind = headers['content-type'] ?? 'text/plain'
  const type = (kind.split(';', 1)[0] ?? '').trim().toLowerCase() || 'text/plain'
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(kind)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (type.startsWith('multipart/') && mark !== undefined && depth < DEPTH)
    return { headers, type, body: '', parts: splitAt(inside, mark).map((one) => readPart(one, depth + 1)) }
  const body = decoded(inside, headers['content-transfer-encoding'], charsetOf(kind))
  // A message inside a message is read as one, so that its own headers can be seen.
  const parts = type === 'message/rfc822' && depth < DEPTH ? [readPart(inside, depth + 1)] : []
  return { headers, type, body, parts }
}

/** Header lines of a head or of a delivery report. */
export function readHeaders(head: string): { [name: string]: string } {
  const headers: { [name: string]: string } = Object.create(null)
  for (const line of head.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    headers[line.slice(0, colon).trim().toLowerCase()] ??= decodedWords(line.slice(colon + 1).trim())
  }
  return headers
}

function splitAt(body: string, mark: string): string[] {
  const parts: string[] = []
  let lines: string[] | null = null
  for (const line of body.split('\n')) {
    const isMark = line.startsWith(`--${mark}`)
    if (!isMark) lines?.push(line)
    else {
      if (lines !== null) parts.push(lines.join('\n'))
      lines = line.startsWith(`--${mark}--`) ? null : []
      if (lines === null || parts.length >= PARTS) return parts
    }
  }
  if (lines !== null) parts.push(lines.join('\n'))
  return parts
}

const charsetOf = (kind: string): string => /;\s*charset="?([\w.:-]+)/i.exec(kind)?.[1] ?? 'utf-8'

function inWords(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

function decoded(body: string, how: string | undefined, charset: string): string {
  const encoding = how?.trim().toLowerCase()
  if (encoding === 'base64') return inWords(Buffer.from(body, 'base64'), charset)
  if (encoding === 'quoted-printable') return inWords(quoted(body.replaceAll(/=[ \t]*\n/g, '')), charset)
  return inWords(Buffer.from(body, 'latin1'), charset)
}

const quoted = (words: string): Buffer =>
  Buffer.from(
    words.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** "=?utf-8?Q?Croeso?=" (RFC 2047). */
function decodedWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(=\?)/g, '$1$2')
    .replaceAll(/=\?([\w.:-]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, how: string, words: string) =>
      how.toUpperCase() === 'B'
        ? inWords(Buffer.from(words, 'base64'), charset)
        : inWords(quoted(words.replaceAll('_', ' ')), charset),
    )
}
