/** What holds of every message, whoever wrote it. */
import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/text/format.ts'
import { texts } from '../../src/text/texts.ts'

/** Words that are the same in Welsh. */
const SAME = ['Cost', 'Ward']
/** Longest sentence an 11-year-old reads without going back (interface.md, rule 6). Words. */
const LONGEST = 20

function* leaves(value: unknown, path: string): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return void (yield [path, value])
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, path === '' ? key : `${path}.${key}`)
}
const messages = (lang: (typeof LANGS)[number]) => [...leaves(texts(lang), '')]
const strings = (lang: (typeof LANGS)[number]) =>
  messages(lang).filter((it): it is [string, string] => typeof it[1] === 'string')

test('both languages have the same keys', () => {
  const keys = (lang: (typeof LANGS)[number]) =>
    messages(lang).map(([path, value]) => `${path} ${typeof value}`)
  expect(keys('cy').sort()).toEqual(keys('en').sort())
})

describe.each(LANGS)('%s', (lang) => {
  test('no sentence is longer than 20 words', () => {
    const long = strings(lang).flatMap(([path, words]) =>
      words
        .split(/[.!?:;](?:\s|$)/)
        .filter((sentence) => sentence.trim().split(/\s+/).length > LONGEST)
        .map((sentence) => `${path}: ${sentence.trim()}`),
    )
    expect(long).toEqual([])
  })

  test('no message has blanks at its ends or twice inside', () => {
    expect(strings(lang).filter(([, words]) => /^\s|\s$|\s\s/.test(words))).toEqual([])
  })
})

test('every message is translated', () => {
  const en = new Map(strings('en'))
  const same = strings('cy').filter(
    ([path, words]) => en.get(path) === words && /[a-z]{4}/i.test(words) && !SAME.includes(words),
  )
  expect(same.map(([path]) => path)).toEqual([])
})
