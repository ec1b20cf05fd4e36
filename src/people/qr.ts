/** A QR code (ISO/IEC 18004): bytes, the lowest level of correction, one mask; enough for a screen a phone looks at. */

/** Of versions 1 to 20: correction codewords of a block, and blocks. */
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]
/** The level "L" as the format says it. */
const LEVEL = 1

/** Modules free for data and correction. */
function roomOf(version: number): number {
  let room = (16 * version + 128) * version + 64
  if (version < 2) return room
  const marks = Math.floor(version / 7) + 2
  room -= (25 * marks - 10) * marks - 55
  return version < 7 ? room : room - 36
}
const correctionOf = (version: number): number => CORRECTION[version - 1] ?? 0
const blocksOf = (version: number): number => BLOCKS[version - 1] ?? 0
const dataOf = (version: number): number =>
  Math.floor(roomOf(version) / 8) - correctionOf(version) * blocksOf(version)

/** Multiplies in the field of 256 that the correction is worked out in. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

function correction(data: readonly number[], degree: number): number[] {
  const divisor: number[] = Array.from({ length: degree }, (_, at) => (at === degree - 1 ? 1 : 0))
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let at = 0; at < degree; at++) divisor[at] = times(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0)
    root = times(root, 2)
  }
  const rest = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0)
    rest.push(0)
    for (const [at, part] of divisor.entries()) rest[at] = (rest[at] ?? 0) ^ times(part, factor)
  }
  return rest
}

/** Codewords in the order they are drawn in: blocks by turns, then their corrections by turns. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = []
  const put = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >>> at) & 1)
  }
  put(4, 4)
  put(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) put(byte, 8)
  const room = dataOf(version) * 8
  put(0, Math.min(4, room - bits.length))
  while (bits.length % 8 !== 0) bits.push(0)
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) put(pad, 8)
  const data = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  )
  const [count, degree] = [blocksOf(version), correctionOf(version)]
  const short = Math.floor(data.length / count)
  const longOnes = data.length % count
  const blocks: number[][] = []
  for (let at = 0, block = 0; block < count; block++) {
    const length = short + (block < count - longOnes ? 0 : 1)
    blocks.push(data.slice(at, at + length))
    at += length
  }
  const byTurns = (all: number[][], length: number): number[] =>
    Array.from({ length }, (_, at) => all.flatMap((one) => one[at] ?? [])).flat()
  return [
    ...byTurns(blocks, short + 1),
    ...byTurns(
      blocks.map((block) => correction(block, degree)),
      degree,
    ),
  ]
}

type Grid = { size: number; dark: boolean[][]; fixed: boolean[][] }
type Put = (x: number, y: number, dark: boolean) => void

/** Middles of the small squares. */
function marksOf(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const marks = [6]
  for (let at = version * 4 + 10; marks.length < count; at -= step) marks.splice(1, 0, at)
  return marks
}

function frame(version: number): Grid {
  const size = version * 4 + 17
  const empty = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const grid = { size, dark: empty(), fixed: empty() }
  const put: Put = (x, y, dark) => {
    const [row, fixed] = [grid.dark[y], grid.fixed[y]]
    if (row === undefined || fixed === undefined || x < 0 || x >= size) return
    row[x] = dark
    fixed[x] = true
  }
  for (let at = 0; at < size; at++) {
    put(6, at, at % 2 === 0)
    put(at, 6, at % 2 === 0)
  }
  const square = (x: number, y: number, reach: number) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        put(x + dx, y + dy, reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4)
      }
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4)
  const marks = marksOf(version)
  const last = marks.length - 1
  for (const [i, x] of marks.entries())
    for (const [j, y] of marks.entries())
      if (!((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0))) square(x, y, 2)
  format(put, size)
  if (version >= 7) versionMarks(put, size, version)
  return grid
}

/** Level and mask, twice. The mask is 0: every other module. */
function format(put: Put, size: number): void {
  const data = LEVEL << 3
  let rest = data
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((data << 10) | rest) ^ 0x5412
  const bit = (at: number): boolean => ((bits >>> at) & 1) !== 0
  for (let at = 0; at <= 5; at++) put(8, at, bit(at))
  put(8, 7, bit(6))
  put(8, 8, bit(7))
  put(7, 8, bit(8))
  for (let at = 9; at < 15; at++) put(14 - at, 8, bit(at))
  for (let at = 0; at < 8; at++) put(size - 1 - at, 8, bit(at))
  for (let at = 8; at < 15; at++) put(8, size - 15 + at, bit(at))
  put(8, size - 8, true)
}

function versionMarks(put: Put, size: number, version: number): void {
  let rest = version
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >>> at) & 1) !== 0
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)]
    put(a, b, dark)
    put(b, a, dark)
  }
}

/** Rows of modules, true for dark, without the light edge. Null: the words are too long. */
export function qrCode(words: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(words)
  const fits = (version: number) => dataOf(version) * 8 >= 4 + (version < 10 ? 8 : 16) + bytes.length * 8
  const version = CORRECTION.map((_, at) => at + 1).find(fits)
  if (version === undefined) return null
  const bits = codewords(bytes, version).flatMap((byte) =>
    Array.from({ length: 8 }, (_, at) => ((byte >>> (7 - at)) & 1) !== 0),
  )
  const { size, dark, fixed } = frame(version)
  let next = 0
  for (let right = size - 1; right >= 1; right -= right === 8 ? 3 : 2)
    for (let step = 0; step < size; step++) {
      const up = ((right + 1) & 2) === 0
      const y = up ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        const row = dark[y]
        if (row === undefined || fixed[y]?.[x] !== false) continue
        row[x] = (bits[next++] ?? false) !== ((x + y) % 2 === 0)
      }
    }
  return dark
}
