/**
 * Private tallies: what was needed and not found, by need, kind and postcode district, week by week. Gathered in memory
 * and written down once a minute; nobody, no address, no instant and no words are in it (but see missed-words.ts). What
 * a crash loses is a minute of counts.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { epochDay, isoDay, londonMoment, mondayOf } from '../listings/clock.ts'
import type { Gap, GapWhy } from '../store/gaps/gaps.ts'
import type { WordDay } from '../store/gaps/words.ts'
import type { Store } from '../store/store.ts'
import { countableWords, markOf, quarterOf } from './missed-words.ts'

/** What was asked, as far as it is counted. */
export type Sought = {
  /** Terms of the taxonomy that the words or the filters mean. */
  needs: readonly string[]
  kinds: readonly string[]
  /** A postcode district, or "". */
  area: string
  /** Why it counts as not found; null: it was found, only some of the words were not. */
  why: Exclude<GapWhy, 'said'> | null
  /** What was typed, where nothing has all of it; null: something has, or the words must not be remembered. */
  words: string | null
}
export type Tallies = { count: (sought: Sought) => void; write: () => Promise<void> }

/** A filter with ten needs ticked is no ten needs: the first of them count. */
const TERMS_MOST = 3
/** Questions told apart in a day at most, and cells between two writes: a program must not fill the memory. */
const QUESTIONS_MOST = 20_000
const CELLS_MOST = 5_000
const WORDS_MOST = 2_000
/** Weeks that figures are kept, and words after they came last. */
const GAP_WEEKS = 156
const WORD_WEEKS = 52

/** One cell a need; a kind stands beside it, or alone where no need was understood. */
export function cellsOf({ needs, kinds, area, why }: Sought, week: string): Gap[] {
  if (why === null) return []
  const [kind = ''] = kinds
  const terms =
    needs.length > 0
      ? needs.slice(0, TERMS_MOST).map((need) => ({ need, kind }))
      : kinds.length > 0
        ? kinds.slice(0, TERMS_MOST).map((one) => ({ need: '', kind: one }))
        : [{ need: '', kind: '' }]
  return terms.map((term) => ({ week, ...term, area, why, count: 1 }))
}

/** What looks at pages for nobody; a browser always says what it is. */
const BOT =
  /^$|bot|crawl|spider|slurp|preview|curl|wget|python|monitor|whatsapp|facebookexternal|headless|lighthouse|go-http|okhttp|java\/|axios|libwww|scrapy|httpx|aiohttp|guzzle|ruby|php|postman|feedfetcher|feedly|embedly|unfurl/i
/** Browsers call what they fetch ahead by one of these. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']

/** Whether a page that was asked for so is counted: not a program, not a page fetched ahead, not who asks not to be. */
export function countable(headers: Headers): boolean {
  const says = (name: string) => headers.get(name) ?? ''
  return (
    says('sec-gpc') !== '1' &&
    says('dnt') !== '1' &&
    !/prefetch|prerender|preview/i.test(AHEAD.map(says).join(' ')) &&
    !BOT.test(says('user-agent'))
  )
}

type Day = { day: string; key: Buffer; seen: Set<string> }

/** `secret`: asked for when the first words are marked. */
export function gatherTallies(store: Pick<Store, 'act'>, now: () => Date, secret: () => string): Tallies {
  let today: Day = { day: '', key: Buffer.alloc(0), seen: new Set() }
  let cells = new Map<string, Gap>()
  let words = new Map<string, WordDay>()
  let tidied = ''

  /** Once a day each: by a key of this process and day, which is written nowhere. */
  const isNew = (question: string, day: string): boolean => {
    if (today.day !== day) today = { day, key: randomBytes(32), seen: new Set() }
    const mark = createHmac('sha256', today.key).update(question).digest('base64')
    if (today.seen.has(mark) || today.seen.size >= QUESTIONS_MOST) return false
    today.seen.add(mark)
    return true
  }

  return {
    count(sought) {
      const at = now()
      const { day } = londonMoment(at)
      const week = mondayOf(at)
      const said = sought.words === null ? null : countableWords(sought.words)
      const { needs, kinds, area, why } = sought
      if (why === null && said === null) return
      if (!isNew(JSON.stringify([needs, kinds, area, why, sought.words?.trim().toLowerCase()]), day)) return
      for (const gap of cellsOf(sought, week)) {
        const key = [gap.week, gap.need, gap.kind, gap.area, gap.why].join('\0')
        const before = cells.get(key)
        if (before !== undefined) before.count++
        else if (cells.size < CELLS_MOST) cells.set(key, gap)
      }
      if (said === null || words.size >= WORDS_MOST) return
      const quarter = quarterOf(day)
      const mark = markOf(secret(), quarter, said)
      words.set(`${mark} ${day}`, { mark, words: said, quarter, day, week })
    },
    async write() {
      const at = now()
      const { day } = londonMoment(at)
      const [gaps, days] = [[...cells.values()], [...words.values()]]
      if (gaps.length === 0 && days.length === 0 && tidied === day) return
      cells = new Map()
      words = new Map()
      const weeksAgo = (weeks: number) => isoDay(epochDay(mondayOf(at)) - 7 * weeks)
      const old = {
        gapsFrom: weeksAgo(GAP_WEEKS),
        wordsFrom: weeksAgo(WORD_WEEKS),
        quarter: quarterOf(day),
      }
      await store.act(async (act) => {
        await act.gaps.add(gaps)
        await act.gaps.addWordDays(days)
        if (tidied !== day) await act.gaps.forget(old)
      })
      tidied = day
    },
  }
}
