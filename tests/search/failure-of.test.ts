/** What goes wrong between us and a search server, by its name. */
import { describe, expect, it } from 'vitest'
import { EngineFailure } from '../../src/search/failure.ts'
import { codeIn, failureOf, kindOfStatus, retryAfter } from '../../src/search/meilisearch/failure-of.ts'

const because = (message: string, cause: unknown) => new Error(message, { cause })
const coded = (code: string) => Object.assign(new Error('of the socket'), { code })

describe('an error has a name', () => {
  it.each<[error: unknown, kind: string]>([
    [because('the client', because('fetch failed', coded('ECONNREFUSED'))), 'refused'],
    [because('fetch failed', coded('ENOTFOUND')), 'refused'],
    [because('fetch failed', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])), 'refused'],
    [because('fetch failed', coded('UND_ERR_CONNECT_TIMEOUT')), 'refused'],
    [because('fetch failed', coded('ECONNRESET')), 'broken'],
    [because('terminated', coded('UND_ERR_SOCKET')), 'broken'],
    [because('the client', new DOMException('aborted', 'AbortError')), 'slow'],
    [because('the client', new DOMException('aborted', 'TimeoutError')), 'slow'],
    [new SyntaxError('Unexpected token <'), 'nonsense'],
    [because('the client', new EngineFailure('key')), 'key'],
    [new Error('anything else'), 'broken'],
    ['a string', 'broken'],
    [null, 'broken'],
  ])('%o: %s', (error, kind) => {
    expect(failureOf(error).kind).toBe(kind)
  })

  it('and nothing of what was asked', () => {
    const asked = because('filter `needs = depression` is wrong', new Error('depression'))
    expect(JSON.stringify([failureOf(asked).message, failureOf(asked).cause ?? null])).not.toContain(
      'depression',
    )
  })
})

describe('a status is', () => {
  it.each<[status: number, code: string | null, kind: string]>([
    [401, 'missing_authorization_header', 'key'],
    [403, 'invalid_api_key', 'key'],
    [404, 'index_not_found', 'no-index'],
    [400, 'index_not_found', 'no-index'],
    [404, null, 'nonsense'],
    [429, null, 'busy'],
    [503, 'too_many_search_requests', 'busy'],
    [500, 'internal', 'broken'],
    [502, null, 'broken'],
    [400, 'invalid_search_filter', 'broken'],
  ])('%i %s: %s', (status, code, kind) => expect(kindOfStatus(status, code)).toBe(kind))

  it('with the word of Meilisearch, where it is one', () => {
    expect(codeIn('{"code":"index_not_found"}')).toBe('index_not_found')
    for (const text of ['', '<html>', '[]', '{"code":7}']) expect(codeIn(text)).toBe(null)
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T10:00:00Z')
  it.each([
    ['2', 2000],
    [' 120 ', 120_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    ['-5', null],
    [null, null],
  ])('%j is %j milliseconds', (header, ms) => expect(retryAfter(header, now)).toBe(ms))
})
