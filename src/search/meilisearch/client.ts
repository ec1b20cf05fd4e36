/**
 * One Meilisearch server as we speak to it: every call has a time limit, and what goes wrong is one of a few named
 * things. What was asked is in no error: people ask about their health.
 */
import { Meilisearch, MeilisearchRequestError } from 'meilisearch'
import { EngineFailure, type FailureKind } from '../failure.ts'
import { codeIn, failureOf, kindOfStatus, retryAfter } from './failure-of.ts'

export type Server = {
  /** "http://127.0.0.1:7700" */
  url: string
  key: string | null
}

/** A failure as the composite engine knows it, with what whoever runs the servers has to read. */
export class MeiliError extends EngineFailure {
  /** HTTP status; null where nothing was answered. */
  readonly status: number | null
  /** Its own word for it, such as "index_not_found". */
  readonly code: string | null
  constructor(
    kind: FailureKind,
    message: string,
    about: { status?: number; code?: string | null } = {},
    waitMs: number | null = null,
  ) {
    super(kind, waitMs)
    this.message = message
    this.status = about.status ?? null
    this.code = about.code ?? null
  }
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

type Asking = { ms: number; body?: unknown; signal?: AbortSignal | undefined }

export type MeiliClient = {
  /** "127.0.0.1:7700": what messages call it. */
  host: string
  /**
   * `path` without a slash at its beginning: "indexes/x/documents". Rejects with a MeiliError, after `ms` milliseconds at
   * the latest; with a `signal` when that says so, whatever `ms` is.
   */
  ask<T>(method: Method, path: string, how: Asking): Promise<T>
}

/** `tell`: errors with the server's own sentence, which may repeat what was sent: never where questions are asked. */
export function meiliClient({ url, key }: Server, { tell = false } = {}): MeiliClient {
  const { host } = new URL(url)
  // Whoever refuses such a header tells all of it.
  if (key !== null && !/^[\x21-\x7e]*$/.test(key))
    throw new MeiliError('key', `the key for ${host} has a character in it that no key has`)
  const client = new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    // Compressed, an answer comes in small pieces that wait for each other: 40 ms for a hundredth of a millisecond's data.
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
    // The client's own reads a body before it looks at the status: the 503 of a proxy would be lost.
    httpClient: async (address: string | URL | Request, init?: RequestInit) => {
      // What was asked goes to the address that was set and to no other: a redirect would carry it on, body and all.
      const sent = { ...init, ...(typeof init?.body === 'string' ? { body: wellFormed(init.body) } : {}) }
      const response = await fetch(address, { ...sent, redirect: 'error' })
      const text = await textOf(response)
      if (!response.ok) throw ofStatus(response, text, host, tell)
      return text === '' ? undefined : (JSON.parse(text) as unknown)
    },
  })
  return {
    host,
    async ask<T>(method: Method, path: string, { ms, body, signal }: Asking): Promise<T> {
      try {
        return await client.httpRequest[method]<T>({
          path,
          extraRequestInit: { signal: signal ?? AbortSignal.timeout(ms) },
          ...(body === undefined ? {} : { body: body as Record<string, unknown> }),
        })
      } catch (error) {
        throw failed(error, host, ms)
      }
    },
  }
}

/**
 * JSON with half a letter in it (an unpaired surrogate, which JSON.stringify writes as an escape) is refused whole: one
 * listing or one question of it would look like a server that is ill. "A sign that could not be read" stands there instead.
 */
const wellFormed = (json: string): string =>
  json.includes('\\ud') ? json.replaceAll(/(?<!\\)((?:\\\\)*)\\ud[89a-f][\da-f]{2}/g, '$1\\ufffd') : json

/** Bytes of the longest answer that is read: all places of the largest map are half of it. */
const LONGEST_ANSWER = 64 * 1024 * 1024

/** Throws a "nonsense" EngineFailure of more than that, before it fills the memory. */
async function textOf(response: Response): Promise<string> {
  const { headers, body } = response
  // The length is of the bytes that came: compressed, they may be a thousand times as many.
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (length <= LONGEST_ANSWER && headers.get('content-encoding') === null) return response.text()
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.length
    if (bytes > LONGEST_ANSWER) throw new EngineFailure('nonsense')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}

const isNone = (host: string): string => `what answers at ${host} is no Meilisearch`

function failed(error: unknown, host: string, ms: number): MeiliError {
  const cause = error instanceof MeilisearchRequestError ? error.cause : error
  if (cause instanceof MeiliError) return cause
  const { kind } = failureOf(cause)
  if (kind === 'nonsense') return new MeiliError(kind, isNone(host))
  if (kind === 'slow') return new MeiliError(kind, `Meilisearch at ${host} did not answer within ${ms} ms`)
  const what = kind === 'refused' ? 'cannot be reached' : 'broke off'
  return new MeiliError(kind, `Meilisearch at ${host} ${what}${reason(cause)}`)
}

/** " (ECONNREFUSED)": the system's own word, never what was sent. */
function reason(cause: unknown): string {
  const inner = cause instanceof Error ? cause.cause : undefined
  const code = (inner as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? ` (${code})` : ''
}

function ofStatus({ status, headers }: Response, text: string, host: string, tell: boolean): MeiliError {
  const code = codeIn(text)
  // Of its own it names every one.
  if (status === 404 && code === null) return new MeiliError('nonsense', isNone(host), { status })
  const said = `Meilisearch at ${host} answered ${status}${code === null ? '' : ` (${code})`}${tell ? sentenceIn(text) : ''}`
  const wait = retryAfter(headers.get('retry-after'), Date.now())
  return new MeiliError(kindOfStatus(status, code), said, { status, code }, wait)
}

/** Letters of its own sentence. */
const LONGEST = 200

/** ": …" of an error as Meilisearch tells it; a proxy tells it otherwise. */
function sentenceIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown }
    return typeof message === 'string' ? `: ${message.slice(0, LONGEST)}` : ''
  } catch {
    return ''
  }
}
