/** The pages of a list, one after the other, until it is sure that all of them came, or sure that they will not. */
import { createHash } from 'node:crypto'
import { Refused } from '../refused.ts'
import type { Problem } from '../report.ts'
import { feedProblem } from './gathered.ts'
import type { Json } from './json.ts'
import type { ListPage } from './page.ts'
import { idAt } from './words.ts'

/** Pages of one feed, and services of it: beyond that a server makes them up as it goes. */
const MOST_PAGES = 20_000
const MOST_SERVICES = 500_000
/** How often a page that repeats an earlier one is asked for anew. */
const REPEATS_ASKED = 2

export type GotPage = { is: 'page'; page: ListPage } | { is: 'none'; why: string; status: number | null }
/** Asks for the page of that number, and keeps what came; `drop` forgets it again. */
export type AskPage = (number: number) => Promise<GotPage & { drop?: () => void }>

export type Listed = { problems: Problem[]; whole: boolean; services: number }

type Walk = {
  number: number
  /** Pages by what they hold: a page that comes again is no news. */
  seen: Map<string, number>
  /** Services by what they say: one that comes on two pages was shifted while we read. */
  said: Set<string>
  services: number
  shifted: number
  strange: number
  head: ListPage | null
  totals: Set<number>
}

/** Throws Refused, with the page and the reason, where the list cannot be read to its end. */
export async function walkList(ask: AskPage): Promise<Listed> {
  const walk: Walk = {
    number: 1,
    seen: new Map(),
    said: new Set(),
    services: 0,
    shifted: 0,
    strange: 0,
    head: null,
    totals: new Set(),
  }
  for (;;) {
    if (walk.number > MOST_PAGES || walk.services > MOST_SERVICES)
      throw new Refused(
        `The feed has no end: ${walk.services.toLocaleString('en-GB')} services came on ${walk.number - 1} pages.`,
      )
    const end = await step(walk, ask)
    if (walk.number === 1 && countsFromNought(walk)) {
      walk.number = 0
      await step(walk, ask)
      walk.number = 1
    }
    if (end) break
    walk.number++
  }
  return conclude(walk)
}

/** True where that was the last page. */
async function step(walk: Walk, ask: AskPage): Promise<boolean> {
  for (let asked = 1; ; asked++) {
    const got = await ask(walk.number)
    // A page 0 is only looked for.
    const beyond = walk.number === 0 || isBeyond(walk)
    if (got.is === 'none') {
      // Behind the last page some servers answer "no such page".
      if (beyond && got.status !== null && got.status >= 400 && got.status < 500) return true
      throw new Refused(`Page ${walk.number}${ofPages(walk)} could not be read: ${got.why}`)
    }
    const { page } = got
    if (page.items.length === 0) {
      got.drop?.()
      walk.head ??= page
      return true
    }
    const print = digest(JSON.stringify(page.items.map((item) => digest(JSON.stringify(item)))))
    const before = walk.seen.get(print)
    if (before === undefined) {
      take(walk, page, print)
      return isLast(walk, page)
    }
    got.drop?.()
    // A server that knows no pages gives the same one whatever it is asked for.
    if (beyond || (walk.head?.pages === null && walk.head.total === null)) return true
    if (asked > REPEATS_ASKED)
      throw new Refused(
        `Page ${walk.number}${ofPages(walk)} repeats page ${before}: the feed cannot be read to its end.`,
      )
  }
}

function take(walk: Walk, page: ListPage, print: string): void {
  walk.seen.set(print, walk.number)
  walk.services += page.items.length
  walk.strange += page.strange
  const here = new Set(page.items.map(printOf))
  for (const one of here) if (walk.said.has(one)) walk.shifted++
  for (const one of here) walk.said.add(one)
  walk.head = page
  if (page.total !== null) walk.totals.add(page.total)
}

/** The page that was asked for as the first says that another comes before it. */
const countsFromNought = ({ head, services }: Walk): boolean =>
  head !== null && (head.first === false || (services === 0 && (head.total ?? 0) > 0))

const digest = (text: string): string => createHash('sha1').update(text).digest('base64url')
const printOf = (item: Json): string => digest(`${idAt(item) ?? ''} ${JSON.stringify(item)}`)

/** The number of the last page, where pages are counted from 0 or from 1. */
function isLast(walk: Walk, { last, pages, total }: ListPage): boolean {
  const saysLast = last === true || (pages !== null && walk.number >= pages)
  // Some heads count one page and have more: as long as services are missing the next one is asked for.
  return saysLast && (total === null || walk.services >= total)
}

const isBeyond = ({ head, number }: Walk): boolean =>
  head !== null && (head.last === true || (head.pages !== null && number > head.pages))

const ofPages = ({ head }: Walk): string => (head?.pages ? ` of ${head.pages}` : '')

function conclude(walk: Walk): Listed {
  const { head, services, shifted, strange, number } = walk
  const problems: Problem[] = []
  const total = head?.total ?? null
  const say = (value: string, problem: string, did: string): void =>
    void problems.push(feedProblem('list', value, problem, did))
  if (total !== null && services < total)
    throw new Refused(
      `The feed says that it has ${total.toLocaleString('en-GB')} services, and ${services.toLocaleString('en-GB')} came on ${number} pages.`,
    )
  if (total !== null && services > total)
    say(String(total), `the feed says so many services, and ${services} are in it`, 'read all of them')
  if (strange > 0) say(String(strange), 'entries of the list are no services', 'left out')
  // What was pushed on to the next page twice may have pushed something past us.
  const moved = walk.totals.size > 1
  const unsure = moved || (shifted > 0 && total !== null && services - shifted < total)
  if (moved)
    say(
      [...walk.totals].join(', '),
      'the number of services changed while they were read',
      'nothing is taken to be missing',
    )
  if (shifted > 0)
    say(
      String(shifted),
      'services came on two pages: the list changed while it was read',
      unsure ? 'nothing is taken to be missing' : 'read once',
    )
  return { problems, whole: !unsure, services }
}
