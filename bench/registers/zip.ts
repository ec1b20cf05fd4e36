/** The smallest ZIP there is: files one after the other, deflated, and the list of them at the end (APPNOTE 6.3.10). */
import { open, type FileHandle } from 'node:fs/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

type Part = { name: string; text: Iterable<string> | AsyncIterable<string> }
type Written = { name: Buffer; at: number; crc: number; packed: number; size: number }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8

/** What both headers of a file say of it, without their signature. */
function described({ name, crc, packed, size }: Written): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(DEFLATED, 4)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(packed, 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

const signed = (signature: number, ...parts: Buffer[]): Buffer => {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  return Buffer.concat([mark, ...parts])
}

async function writePart(file: FileHandle, { name, text }: Part, at: number): Promise<Written> {
  const written: Written = { name: Buffer.from(name), at, crc: 0, packed: 0, size: 0 }
  let to = at + 30 + written.name.length
  const deflate = createDeflateRaw()
  const drained = (async () => {
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      await file.write(chunk, 0, chunk.length, to)
      to += chunk.length
      written.packed += chunk.length
    }
  })()
  for await (const words of text) {
    const bytes = Buffer.from(words)
    written.crc = crc32(bytes, written.crc)
    written.size += bytes.length
    if (!deflate.write(bytes)) await new Promise((go) => deflate.once('drain', go))
  }
  deflate.end()
  await drained
  const local = signed(LOCAL, described(written), written.name)
  await file.write(local, 0, local.length, at)
  return written
}

export async function writeZip(path: string, parts: readonly Part[]): Promise<void> {
  const file = await open(path, 'w')
  try {
    const all: Written[] = []
    let at = 0
    for (const part of parts) {
      const written = await writePart(file, part, at)
      all.push(written)
      at += 30 + written.name.length + written.packed
    }
    const list = all.map((one) => {
      const more = Buffer.alloc(14)
      more.writeUInt32LE(one.at, 10)
      return signed(CENTRAL, Buffer.from([20, 0]), described(one), more, one.name)
    })
    const size = list.reduce((sum, { length }) => sum + length, 0)
    const end = Buffer.alloc(18)
    end.writeUInt16LE(all.length, 4)
    end.writeUInt16LE(all.length, 6)
    end.writeUInt32LE(size, 8)
    end.writeUInt32LE(at, 12)
    const tail = Buffer.concat([...list, signed(END, end)])
    await file.write(tail, 0, tail.length, at)
  } finally {
    await file.close()
  }
}
