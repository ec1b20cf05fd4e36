/** How a search engine fails whom it has to be asked over a network. Nothing of the question is in it. */

const FAILURES = ['refused', 'slow', 'busy', 'broken', 'nonsense', 'key', 'no-index'] as const
export type FailureKind = (typeof FAILURES)[number]

/** For whoever runs the site. */
export const FAILURE_SAID: { [K in FailureKind]: string } = {
  refused: 'it cannot be reached',
  slow: 'it did not answer in time',
  busy: 'it says that it has too much to do',
  broken: 'it broke off or answered with an error',
  nonsense: 'what it answers is no answer to a search',
  key: 'it does not take the key of MEILI_KEY',
  'no-index': 'its index is not there, or was made with other settings',
}

/** `retryAfterMs`: it asked to be left alone for so long. */
export class EngineFailure extends Error {
  readonly kind: FailureKind
  readonly retryAfterMs: number | null

  constructor(kind: FailureKind, retryAfterMs: number | null = null) {
    super(FAILURE_SAID[kind])
    this.name = 'EngineFailure'
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}

export const asFailure = (error: unknown): EngineFailure =>
  error instanceof EngineFailure ? error : new EngineFailure('broken')
