/** The desk's answer to one field of a conflict. */
export const RULINGS = ['keep', 'take', 'always'] as const
export type RulingWord = (typeof RULINGS)[number]
