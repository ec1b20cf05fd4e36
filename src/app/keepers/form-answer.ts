/** What a page does with a form that was sent: goes on, or shows itself again with what is wrong. */
export type FormError = { name: string; message: string }
export type FormAnswer =
  /** To a path of this site, without its language. */
  | { is: 'done'; to: string }
  /** `retryAfter`: seconds, with 429. */
  | { is: 'again'; status: 403 | 404 | 422 | 429; errors: FormError[]; retryAfter?: number }

/** A form as it was sent, read by name. */
export type Typed = { text: (name: string) => string; has: (name: string) => boolean }

/** Null, or after how many seconds to come again. */
export type LimitedBy = () => Promise<{ retryAfter: number } | null>

export const wrong = (name: string, message: string): FormAnswer => ({
  is: 'again',
  status: 422,
  errors: [{ name, message }],
})
export const notTheirs: FormAnswer = { is: 'again', status: 403, errors: [] }
export const noSuch: FormAnswer = { is: 'again', status: 404, errors: [] }
export const tooOften = (name: string, message: string, retryAfter: number): FormAnswer => ({
  is: 'again',
  status: 429,
  errors: [{ name, message }],
  retryAfter,
})
