/** Is this a file we may read, and what is it? Answered from its size and first bytes, before anything is parsed. */
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refused } from '../refused.ts'

/** Bytes. Far above any council's spreadsheet; a larger one is a mistake or an attack. */
export const LARGEST_SPREADSHEET = 500_000_000
/** Bytes. JSON is read whole, so its memory has to be bounded: 50 MB of text is about 200 MB once parsed. */
export const LARGEST_JSON = 50_000_000
/** Bytes looked at to tell what a file is, and how its columns are parted. */
const HEAD = 256 * 1024

export type InputFile = { path: string; name: string; size: number; head: Buffer }

/** Opens no more than the first bytes. Throws Refused with one sentence. */
export async function lookAt(path: string, largest: number): Promise<InputFile> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found) throw new Refused(`There is no file ${path}.`)
  if (found.isDirectory()) throw new Refused(`${path} is a folder, not a file.`)
  if (!found.isFile()) throw new Refused(`${path} is not a file that can be read twice.`)
  if (found.size === 0) throw new Refused(`${name} is empty.`)
  if (found.size > largest)
    throw new Refused(`${name} is ${megabytes(found.size)} large; at most ${megabytes(largest)} are read.`)
  const head = Buffer.alloc(Math.min(HEAD, found.size))
  const handle = await open(path).catch(() => null)
  if (!handle) throw new Refused(`${path} may not be read.`)
  try {
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    return { path, name, size: found.size, head: head.subarray(0, bytesRead) }
  } finally {
    await handle.close()
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000).toLocaleString('en-GB')} MB`

/** First bytes of things that people save or rename as .csv, and what to tell them. */
const OTHERS: [bytes: number[], says: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'is an Excel or ZIP file: open it and save it as CSV'],
  [[0x50, 0x4b, 0x05, 0x06], 'is an empty ZIP file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Excel file: open it and save it as CSV'],
  [[0x89, 0x50, 0x4e, 0x47], 'is a picture, not a CSV file'],
  [[0xff, 0xd8, 0xff], 'is a picture, not a CSV file'],
  [[0x47, 0x49, 0x46, 0x38], 'is a picture, not a CSV file'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF, not a CSV file'],
  [[0x1f, 0x8b], 'is compressed: unpack it first'],
  [[0x7f, 0x45, 0x4c, 0x46], 'is a program, not a CSV file'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'is a database, not a CSV file'],
]

/** Throws Refused where the first bytes are those of something else than text. */
export function refuseOtherThings({ name, head }: InputFile): void {
  for (const [bytes, says] of OTHERS)
    if (bytes.every((byte, at) => head[at] === byte)) throw new Refused(`${name} ${says}.`)
  const start = head.subarray(0, 200).toString('latin1').trimStart().toLowerCase()
  if (start.startsWith('<!doctype') || start.startsWith('<html'))
    throw new Refused(`${name} is a web page, not a CSV file: download the file itself.`)
  if (start.startsWith('<?xml')) throw new Refused(`${name} is XML, not a CSV file.`)
}
