/** Contrast of every pair of colours that meet, in both schemes: 4.5 to 1 for text, 3 to 1 for shapes (WCAG 1.4.3, 1.4.11). */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../src/app/root.ts'

const css = readFileSync(inRoot('src', 'styles', 'tokens.css'), 'utf8')
const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*--paper[^}]*)\}/g)].map(
  ([, block]) => block ?? '',
)
const tokens = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]),
  )

/** Relative luminance (WCAG 2.2, definition). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** Text on ground. */
const TEXT = [
  ['ink', 'paper card moss-wash marigold-wash full-wash land'],
  ['soft', 'paper card moss-wash marigold-wash full-wash land'],
  ['moss', 'paper card moss-wash marigold-wash full-wash'],
  ['moss-deep', 'paper card moss-wash'],
  ['paper', 'moss moss-deep ink full'],
  ['on-marigold', 'marigold'],
  ['open', 'paper card moss-wash'],
  ['waiting', 'paper card moss-wash'],
  ['full', 'paper card moss-wash'],
  ['unknown', 'paper card moss-wash'],
] as const
/** Edges of fields, boxes and the focus. */
const SHAPES = [
  ['ink', 'paper card moss-wash'],
  ['edge', 'paper card'],
  ['moss', 'land'],
] as const

describe.each([
  ['light', tokens(light)],
  ['dark', tokens(dark)],
])('%s', (_scheme, colours) => {
  const pairs = (list: readonly (readonly [string, string])[], least: number) =>
    list.flatMap(([front, grounds]) => grounds.split(' ').map((ground) => [front, ground, least] as const))

  test.each([...pairs(TEXT, 4.5), ...pairs(SHAPES, 3)])('%s on %s', (front, ground, least) => {
    const [a, b] = [colours.get(front), colours.get(ground)]
    if (!a || !b) throw new Error(`There is no colour ${a ? ground : front}.`)
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least)
  })
})
