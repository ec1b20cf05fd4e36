/**
 * The whole file, or the whole run, cannot or will not be imported: one sentence for the person who ran it.
 * Nothing has been written when this is thrown.
 */
export class Refused extends Error {
  override name = 'Refused'
}

/** What an unexpected error says, without its stack. */
export const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error))
