/** A small PMTiles archive (version 3) for tests: the same tile everywhere, half land and half water, up to one zoom. */

const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(Math.floor(n / 128))])
const zigzag = (n: number): number => (n << 1) ^ (n >> 31)
const part = (field: number, bytes: number[]): number[] => [
  ...varint((field << 3) | 2),
  ...varint(bytes.length),
  ...bytes,
]
const whole = (field: number, n: number): number[] => [...varint(field << 3), ...varint(n)]
const word = (text: string): number[] => [...Buffer.from(text)]

/** A ring of tile coordinates as a Mapbox Vector Tile layer with one polygon of one kind. */
function layer(name: string, kind: string, ring: [number, number][]): number[] {
  let [x, y] = [0, 0]
  const steps = ring.flatMap(([toX, toY], i) => {
    const step = [zigzag(toX - x), zigzag(toY - y)]
    ;[x, y] = [toX, toY]
    return i === 0 ? [9, ...step, ((ring.length - 1) << 3) | 2] : step
  })
  const geometry = [...steps, 15].flatMap(varint)
  const feature = [...part(2, [0, 0]), ...whole(3, 3), ...part(4, geometry)]
  const value = part(1, word(kind))
  return part(3, [
    ...whole(15, 2),
    ...part(1, word(name)),
    ...part(2, feature),
    ...part(3, word('kind')),
    ...part(4, value),
    ...whole(5, 4096),
  ])
}

const square = (from: number, to: number): [number, number][] => [
  [from, 0],
  [to, 0],
  [to, 4096],
  [from, 4096],
]

/** The bytes of the archive. `zoom`: the last one it holds. */
export function smallArchive(zoom: number): Buffer {
  const tile = Buffer.from([
    ...layer('earth', 'earth', square(0, 4096)),
    ...layer('water', 'lake', square(2048, 4096)),
  ])
  const tiles = (4 ** (zoom + 1) - 1) / 3
  const directory = Buffer.from([1, 0, tiles, tile.length, 1].flatMap(varint))
  const metadata = Buffer.from('{}')
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const at = [127, directory.length, 127 + directory.length, metadata.length]
  const data = 127 + directory.length + metadata.length
  const numbers = [...at, data, 0, data, tile.length, tiles, 1, 1]
  for (const [i, n] of numbers.entries()) header.writeBigUInt64LE(BigInt(n), 8 + i * 8)
  // Clustered; nothing compressed; vector tiles; first and last zoom.
  for (const [i, n] of [1, 1, 1, 1, 0, zoom].entries()) header.writeUInt8(n, 96 + i)
  for (const [i, n] of [-180, -85, 180, 85].entries()) header.writeInt32LE(n * 1e7, 102 + i * 4)
  return Buffer.concat([header, directory, metadata, tile])
}
