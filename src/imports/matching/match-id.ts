/** The id of the matter of two listings that may be one: the same whichever was met first, so that an answer is remembered. */
export const matchId = (a: string, b: string): string => `match:${a < b ? `${a}:${b}` : `${b}:${a}`}`
