/** Every page that takes words, with a sentence in each of its places. The sentence is of words that nobody else has. */

/** A story as people type it, and where somebody lives. Each word is looked for by itself, in any case. */
export const STORY = 'zqcanary my huszband left me'
export const HOME = '7 Zqbirdcage Lane'
export const NEEDLES = ['zqcanary', 'huszband', 'zqbirdcage']

const what = encodeURIComponent(STORY)
const where = encodeURIComponent(HOME)
/** The beginning of a box of the map, and a tile's worth of it. */
const BOX = 'bbox=-2.5,53.3,-2.2,53.5&zoom=11'

export const LOOKED_AT: readonly string[] = [
  // Found, not found, widened, with filters, with what cannot be.
  `/search?what=${what}`,
  `/search?what=${what}&where=M33`,
  `/search?what=${what}&where=${where}`,
  `/search?what=choir+${what}&where=${where}&within=1&day=su&time=evening&need=loneliness`,
  `/search?what=${what}&where=M33&room=1&kind=choir&page=2`,
  `/search?what=${what}&sort=zqcanary`,
  `/search?what=${what}&need=zqcanary`,
  `/search?zqcanary=huszband`,
  `/search?what=${what}&what=${what}`,
  `/search?what=${what.repeat(20)}`,
  `/search?what=%FF${what}`,
  `/search?what=suicide+${what}`,
  `/cy/search?what=${what}&where=${where}`,
  `/en/search?what=${what}`,
  `/cy/search?sort=zqcanary&what=${what}`,
  // Programs.
  `/api/search?what=${what}&where=${where}`,
  `/api/search?what=${what}&zqcanary=1`,
  `/api/search?need=zqcanary`,
  `/api/map?what=${what}&where=${where}&${BOX}`,
  `/api/map?what=${what}&bbox=zqcanary&zoom=11`,
  `/api/suggest?what=${what}`,
  `/api/suggest?what=zqcanary&huszband=1`,
  `/cy/api/search?what=${what}`,
  `/api/listing/zqcanary`,
  `/api/zqcanary?what=${what}`,
  // Pages that are not there, and pages that take no words.
  `/zqcanary/huszband?what=${what}`,
  `/cy/zqcanary`,
  `/listing/zqcanary-huszband?what=${what}`,
  `/report/zqcanary?words=${what}`,
  `/answer/zqcanary`,
  `/?what=${what}`,
  `/about?what=${what}`,
  `/about/quality?area=${what}`,
  `/privacy?zqcanary`,
  `/healthz?${what}`,
  `/readyz?${what}`,
  `/map/outline.json?${what}`,
  `/_astro/zqcanary.js`,
  // Forms that are asked by their address, behind a sign-in.
  `/sign-in?email=zqcanary%40example.org`,
  `/sign-in/code?code=zqcanary`,
  `/groups?find=${what}`,
  `/groups/keep/zqcanary`,
  `/groups/invitation/zqcanary`,
  `/mail/stop/zqcanary`,
]

/** Behind a sign-in, as a link worker and as nobody. */
export const SIGNED_IN: readonly string[] = [
  `/search?what=${what}&where=M33`,
  `/search?what=debt+${what}&where=${where}`,
  `/link-workers/searches?save=${encodeURIComponent(`what=${what}`)}`,
  `/link-workers/unmet?need=zqcanary&where=${where}&back=${encodeURIComponent(`what=${what}`)}`,
  `/link-workers/ring?area=${what}`,
  `/link-workers/listing/zqcanary`,
  `/desk/gaps?need=zqcanary&area=${where}`,
  `/desk/gaps.csv?need=${what}`,
  `/desk/funding?need=${what}`,
]

/** Sent by a link worker, and taken: what is kept of it is a need and a district. */
export const SENT_SIGNED_IN: readonly (readonly [path: string, body: string])[] = [
  [
    '/link-workers/unmet',
    `need=loneliness&kind=zqcanary&where=M33&back=${encodeURIComponent(`what=${what}`)}`,
  ],
  ['/cy/link-workers/unmet', `need=zqcanary&where=${where}&back=${what}`],
]

/**
 * The one header that repeats what was asked, to the browser that just sent it: the way back after a sign-in, or to the
 * same page by its proper address. It leads to our own pages only.
 */
export const LED_ON = /^\/(cy\/)?(sign-in\?then=|search\?)/

/** Sent by forms, refused: a body is as private as an address. */
export const SENT: readonly (readonly [path: string, body: string])[] = [
  ['/search', `what=${what}`],
  ['/api/search', `what=${what}`],
  ['/zqcanary', `words=${what}`],
  ['/report/zqcanary', `what=wrong&words=${what}`],
  ['/sign-in/code', `code=${what}`],
]
