/**
 * Bytes to text: a byte order mark if there is one, else strict UTF-8, else Windows-1252. A profile may override.
 * A file that is mostly UTF-8 with some Windows-1252 lines pasted in is read line by line, each as what it is.
 */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import type { Profile } from '../profile.ts'
import { Refused } from '../refused.ts'
import type { InputFile } from './file.ts'

export type Encoding = NonNullable<Profile['encoding']> | 'mixed'

/** Bytes read at a time: enough to keep the parser busy, little enough to keep memory flat. */
const CHUNK = 128 * 1024
/** Bytes. A line longer than this in a file that is not UTF-8 is decoded in pieces. */
const LONGEST_LINE = 4_000_000
/** Share of zero bytes on one side of each pair that makes text without a mark UTF-16. */
const UTF16_ZEROS = 0.4
/** Share of control characters above which bytes are no text at all. */
const NOT_TEXT = 0.05

export type Text = { encoding: Encoding; chunks: AsyncIterable<string> }

/** Text of the file in pieces, without its byte order mark. `read` is told the bytes read so far. */
export async function textOf(
  file: InputFile,
  named: Profile['encoding'],
  read: (bytes: number) => void = () => {},
): Promise<Text> {
  const encoding = named ?? (await encodingOf(file))
  refuseBinary(file, encoding)
  const bytes = bytesOf(file.path, read)
  return { encoding, chunks: encoding === 'mixed' ? byLine(bytes) : decoded(bytes, encoding) }
}

async function encodingOf(file: InputFile): Promise<Encoding> {
  const [a, b, c] = file.head
  if (a === 0xef && b === 0xbb && c === 0xbf) return (await isAllUtf8(file)) ? 'utf-8' : 'mixed'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < file.head.length; at++)
    if (file.head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const pairs = file.head.length / 2
  if ((zeros[1] ?? 0) / pairs > UTF16_ZEROS && (zeros[0] ?? 0) === 0) return 'utf-16le'
  if ((zeros[0] ?? 0) / pairs > UTF16_ZEROS && (zeros[1] ?? 0) === 0) return 'utf-16be'
  return (await isAllUtf8(file)) ? 'utf-8' : 'mixed'
}

async function isAllUtf8(file: InputFile): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytesOf(file.path, () => {})) {
    const all = rest.length ? Buffer.concat([rest, chunk]) : chunk
    const end = lastWhole(all)
    if (!isUtf8(all.subarray(0, end))) return false
    rest = all.subarray(end)
  }
  return isUtf8(rest)
}

/** Where the last character that is surely whole ends: a cut-off one is left for the next piece. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return bytes.length - back
  }
  return bytes.length
}

function refuseBinary({ name, head }: InputFile, encoding: Encoding): void {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return
  let odd = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++
  if (odd / head.length > NOT_TEXT)
    throw new Refused(`${name} is not a text file: save the spreadsheet as CSV.`)
}

async function* bytesOf(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    read(bytes)
    yield chunk
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* byLine(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8')
  const western = new TextDecoder('windows-1252')
  const read = (line: Uint8Array): string => (isUtf8(line) ? utf8 : western).decode(line)
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const all = rest.length ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    let text = ''
    for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, from)) {
      text += read(all.subarray(from, end + 1))
      from = end + 1
    }
    rest = all.subarray(from)
    if (rest.length > LONGEST_LINE) {
      text += read(rest)
      rest = Buffer.alloc(0)
    }
    yield text
  }
  yield read(rest)
}
