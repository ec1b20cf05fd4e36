/** Days of a month, for saying 183 days as six months. */
const MONTH_DAYS = 30.4

/** Whole months of a number of days, at least one. */
export const monthsOf = (days: number): number => Math.max(1, Math.round(days / MONTH_DAYS))
