/** Every kind of letter there is, in both languages, with hostile values wherever somebody's words go. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { LetterKind, Written } from '../../src/mail/letter.ts'
import { LETTERS } from '../../src/mail/letters.ts'
import { render } from '../../src/mail/render.ts'
import { HOSTILE } from '../hostile/values.ts'
import { aReader } from './reader.ts'
import { wrongIn } from './wrong-in.ts'

type Shape = { [key: string]: unknown }
const KINDS = LETTERS as unknown as { [kind: string]: LetterKind<unknown> }

/** Something that fits a schema: strings are `words`, lists have two entries, of several shapes the one at `which`. */
function sample(shape: Shape, words: string, which: number): unknown {
  const one = (of: unknown) => sample(of as Shape, words, which)
  const several = (shape['anyOf'] ?? shape['oneOf']) as Shape[] | undefined
  if (several !== undefined) return one(several[which % several.length])
  if (Array.isArray(shape['type']))
    return one({ ...shape, type: shape['type'][which % shape['type'].length] })
  if ('const' in shape) return shape['const']
  const values = shape['enum'] as unknown[] | undefined
  if (values !== undefined) return values[which % values.length]
  if (shape['type'] === 'object') {
    const keys = (shape['propertyNames'] as Shape | undefined)?.['enum'] as string[] | undefined
    if (keys !== undefined)
      return Object.fromEntries(keys.map((key) => [key, one(shape['additionalProperties'])]))
    const properties = Object.entries((shape['properties'] ?? {}) as { [name: string]: Shape })
    return Object.fromEntries(properties.map(([name, it]) => [name, one(it)]))
  }
  if (shape['type'] === 'array') return [one(shape['items'] ?? {}), one(shape['items'] ?? {})]
  if (shape['type'] === 'number' || shape['type'] === 'integer') return 3
  if (shape['type'] === 'boolean') return which % 2 === 0
  if (shape['type'] === 'null') return null
  if (shape['format'] === 'date') return '2026-11-20'
  if (shape['format'] === 'date-time') return '2026-11-20T09:00:00.000Z'
  if (shape['format'] === 'email') return 'kettle@example.org'
  if (shape['format'] === 'uri') return 'https://example.org/'
  return words
}

/** All that can be written of a kind: where a schema gives a choice, each of them. */
function* letters(kind: LetterKind<unknown>, words: string, lang: 'en' | 'cy'): Generator<Written> {
  const shape = z.toJSONSchema(kind.about, { unrepresentable: 'any' }) as Shape
  for (let which = 0; which < 6; which++) {
    const about = kind.about.safeParse(sample(shape, words, which))
    if (!about.success) continue
    try {
      yield kind.write(about.data, aReader({ lang }))
    } catch (error) {
      // A day or an instant in words is no day: the code that posts the letter has checked it.
      if (!(error instanceof RangeError)) throw error
    }
  }
}

describe.each(Object.keys(LETTERS))('%s', (name) => {
  const kind = KINDS[name]
  if (kind === undefined) throw new Error(name)

  test.each(['en', 'cy'] as const)('asks one thing, in %s', (lang) => {
    // A day, so that kinds that say when can be written.
    const all = [...letters(kind, '2026-11-20', lang)]
    expect(all.length).toBeGreaterThan(0)
    for (const written of all) {
      const { subject, text, html } = render(written, aReader({ lang }))
      expect(subject.length).toBeGreaterThan(3)
      expect(written.blocks.filter((it) => 'button' in it).length).toBeLessThanOrEqual(1)
      expect(text + html).not.toMatch(/undefined|\[object|NaN|null/)
      expect(html).toContain(`lang="${lang}"`)
    }
  })

  test('takes hostile words as words', () => {
    const wrong = HOSTILE.flatMap((value) =>
      [...letters(kind, value, 'en')].flatMap((written) => {
        const { subject, html, text } = render(written, aReader())
        const bad = wrongIn(html)
        if (/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(subject)) bad.push('a sign in the subject')
        if (/[\0\r\u202E\u2066]/.test(text + html)) bad.push('a sign in the letter')
        return bad.map((what) => `${JSON.stringify(value)}: ${what}`)
      }),
    )
    expect(wrong).toEqual([])
  })
})
