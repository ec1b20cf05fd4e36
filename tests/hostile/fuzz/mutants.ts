/** Files made wrong in every way we could think of: the same ones for the same seed. */
import { seeded } from '../../crash/seeded.ts'

export type Mutant = { how: string; bytes: Uint8Array }
type Random = () => number
const text = new TextDecoder()
const bytesOf = (written: string): Uint8Array => Buffer.from(written, 'utf8')
const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)]

/** Cut off at every byte, then `count` others by turns. */
export function* mutants(good: Uint8Array, seed: number, count: number): Generator<Mutant> {
  for (let length = 0; length < good.length; length++)
    yield { how: `cut off at ${length}`, bytes: good.subarray(0, length) }
  const random = seeded(seed)
  const json = jsonIn(good)
  const ways = [
    flipped,
    replaced,
    withoutSlice,
    doubledSlice,
    ...(json === undefined ? [wildCell, wildCell] : []),
  ]
  for (let nth = 0; nth < count; nth++) {
    if (json !== undefined && nth % 2 === 0) yield wrongValue(json, random)
    else yield (ways[nth % ways.length] ?? flipped)(good, random)
  }
}

function jsonIn(good: Uint8Array): unknown {
  try {
    return JSON.parse(text.decode(good))
  } catch {
    return undefined
  }
}

function flipped(good: Uint8Array, random: Random): Mutant {
  const bytes = Uint8Array.from(good)
  const at = Math.floor(random() * bytes.length)
  const bit = Math.floor(random() * 8)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  return { how: `bit ${bit} of byte ${at} flipped`, bytes }
}

const SIGNS = [0, 0x0a, 0x0d, 0x22, 0x2c, 0x09, 0x5b, 0x7b, 0x7d, 0xff, 0xc3, 0xef]
function replaced(good: Uint8Array, random: Random): Mutant {
  const bytes = Uint8Array.from(good)
  const at = Math.floor(random() * bytes.length)
  bytes[at] = pick(random, SIGNS) ?? 0
  return { how: `byte ${at} is ${bytes[at]}`, bytes }
}

function slice(good: Uint8Array, random: Random): [from: number, to: number] {
  const from = Math.floor(random() * good.length)
  return [from, Math.min(good.length, from + 1 + Math.floor(random() * 64))]
}
function withoutSlice(good: Uint8Array, random: Random): Mutant {
  const [from, to] = slice(good, random)
  return {
    how: `without ${from} to ${to}`,
    bytes: Buffer.concat([good.subarray(0, from), good.subarray(to)]),
  }
}
function doubledSlice(good: Uint8Array, random: Random): Mutant {
  const [from, to] = slice(good, random)
  return { how: `${from} to ${to} twice`, bytes: Buffer.concat([good.subarray(0, to), good.subarray(from)]) }
}

const WILD: [name: string, written: string][] = [
  ['a huge cell', 'x'.repeat(100_000)],
  ['a formula', '=1+1'],
  ['a script', '<script>alert(1)</script>'],
  ['NUL', 'a\0b'],
  ['a quote', '"'],
  ['9,999 commas', ','.repeat(9_999)],
  ['a number of 400 digits', '9'.repeat(400)],
  ['a day that is none', '2026-02-31'],
  ['a day before all', '0000-00-00'],
  ['a day far off', '+275760-09-13'],
  ['text that runs the other way', '\u202eabc'],
  ['a postcode that is none', 'ZZ99 9ZZ9'],
  ['infinity', '1e400'],
  ['__proto__', '__proto__'],
]
/** A cell between two commas or line ends is put out by another. */
function wildCell(good: Uint8Array, random: Random): Mutant {
  const cells = text.decode(good).split(/([,\t\n])/)
  const at = Math.floor(random() * Math.ceil(cells.length / 2)) * 2
  const [name, written] = pick(random, WILD) ?? ['nothing', '']
  cells[at] = written
  return { how: `${name} in cell ${at / 2}`, bytes: bytesOf(cells.join('')) }
}

/** Written as JSON, not made as values: some of them no value can be. */
const WRONG: [name: string, written: string][] = [
  ['null', 'null'],
  ['a number', '7'],
  ['infinity', '1e400'],
  ['true', 'true'],
  ['empty text', '""'],
  ['a list', '[]'],
  ['an object', '{}'],
  ['half of a pair', '"\\ud800"'],
  ['NUL', '"a\\u0000b"'],
  ['a huge text', JSON.stringify('x'.repeat(100_000))],
  ['5,000 lists deep', '['.repeat(5_000) + ']'.repeat(5_000)],
  ['5,000 objects deep', '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)],
  ['a prototype', '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'],
  ['one key twice', '{"id": "a", "id": "b", "name": "c", "name": null}'],
  ['a day that is none', '"2026-02-31"'],
  ['a script', '"<script>alert(1)</script>"'],
  ['an address of no web', '"javascript:alert(1)"'],
]

/** One value somewhere inside is of another kind. */
function wrongValue(json: unknown, random: Random): Mutant {
  const [name, written] = pick(random, WRONG) ?? ['null', 'null']
  const mark = '@@here@@'
  const paths = pathsIn(json)
  const path = pick(random, paths) ?? []
  const whole = JSON.stringify(withAt(json, path, mark)).replace(JSON.stringify(mark), () => written)
  return { how: `${name} at ${path.join('.')}`, bytes: bytesOf(whole) }
}

function pathsIn(json: unknown, path: string[] = []): string[][] {
  if (typeof json !== 'object' || json === null) return [path]
  return [path, ...Object.entries(json).flatMap(([key, value]) => pathsIn(value, [...path, key]))]
}

function withAt(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(json)) return json.map((one, at) => (String(at) === key ? withAt(one, rest, value) : one))
  return { ...(json as object), [key]: withAt((json as { [name: string]: unknown })[key], rest, value) }
}
