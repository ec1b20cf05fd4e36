/** What is said of search servers, as tests compare it. */
import type { Said } from '../../src/search/spoken.ts'

/** "1 slow": it is left out for that; "1 failed slow": it failed so, and is asked on; "1 well". */
export const inShort = (number: number, said: Said): string =>
  said.is === 'left out'
    ? `${number} ${said.why}`
    : said.is === 'failed'
      ? `${number} failed ${said.why}`
      : `${number} well`
