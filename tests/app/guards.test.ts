import { expect, it } from 'vitest'
import { readableQuery } from '../../src/app/guards.ts'

const rows: [given: string, made: string][] = [
  ['/search', '/search'],
  ['/search?what=tea', '/search?what=tea'],
  ['/search?what=caff%C3%A9&where=Sale', '/search?what=caff%C3%A9&where=Sale'],
  ['/search?what=%', '/search?what=%EF%BF%BD'],
  ['/search?what=100%&where=Sale', '/search?what=%EF%BF%BD&where=Sale'],
  ['/search?what=%ff&where=%E2%82', '/search?what=%EF%BF%BD&where=%EF%BF%BD'],
  ['/search?%zz=1', '/search?%EF%BF%BD=1'],
  ['/search?what=a=b%', '/search?what=a=%EF%BF%BD'],
]
it.each(rows)('%s reads as %s', (given, made) => {
  expect(readableQuery(given)).toBe(made)
})
