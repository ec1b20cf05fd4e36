/** One look at a website, as a polite visitor: its robots.txt first, the head before the whole, a pause between requests. */
import { setTimeout as pause } from 'node:timers/promises'
import { ask, type Answer, type Asking } from './ask.ts'
import type { Finding } from './link-rule.ts'
import { looksParked } from './parked.ts'
import { mayRead } from './robots.ts'

export type Visit = Asking & {
  /** Milliseconds between two requests to one host. */
  between: number
  /** What hosts let us read, by origin: filled on the way. Shared by all looks of a run. */
  robots: Map<string, Robots>
  /** When a host was last asked, in milliseconds of `performance.now()`. */
  asked: Map<string, number>
}
export type Robots = { is: 'rules'; text: string } | { is: 'unsure'; why: string }

/** RFC 9309 asks for half a megabyte at least. Bytes. */
const ROBOTS_BYTES = 512 * 1024
/** The beginning of a page, where an offer to sell the name stands. Bytes. */
const PAGE_BYTES = 64 * 1024
const REDIRECTS = 5
/** Answers to HEAD that say nothing of the page: some servers only know GET. */
const ASK_AGAIN = [400, 403, 404, 405, 410, 501]

/** A visit of the whole of a website; nothing is remembered but `robots` and `asked`. Never rejects. */
export async function look(address: string, visit: Visit): Promise<Finding> {
  if (!URL.canParse(address)) return { is: 'not-asked', why: 'address' }
  const start = new URL(address)
  let url = start
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
      return { is: 'not-asked', why: 'address' }
    const robots = await robotsOf(url, visit)
    if ('stop' in robots) return robots.stop
    if (!mayRead(robots.text, url.pathname + url.search)) return { is: 'not-asked', why: 'robots' }
    const answer = await askPage(url, visit, sameSite(start, url))
    if (answer.is !== 'answer') return meaning(answer)
    const to = answer.status >= 300 && answer.status < 400 ? answer.location : null
    if (to === null) return judged(answer, url)
    if (!URL.canParse(to, url)) return { is: 'unsure', why: 'redirect' }
    url = new URL(to, url)
  }
  return { is: 'unsure', why: 'redirects' }
}

const withoutWww = (host: string): string => host.replace(/^www\./, '')
const sameSite = (a: URL, b: URL): boolean => withoutWww(a.hostname) === withoutWww(b.hostname)

/** The head; the whole page where the head says nothing, or where the name now leads to somebody else. */
async function askPage(url: URL, visit: Visit, isOwn: boolean): Promise<Answer> {
  const head = await gently('HEAD', url, visit, 0)
  const enough = head.is !== 'answer' || (isOwn && !ASK_AGAIN.includes(head.status))
  if (enough || (head.status >= 300 && head.status < 400)) return head
  return gently('GET', url, visit, PAGE_BYTES)
}

function judged({ status, body }: Extract<Answer, { is: 'answer' }>, url: URL): Finding {
  if (status === 404) return { is: 'gone', why: '404' }
  if (status === 410) return { is: 'gone', why: '410' }
  // A page behind a password is still a page.
  if ((status >= 200 && status < 400) || status === 401)
    return looksParked(url.hostname, body) ? { is: 'gone', why: 'parked' } : { is: 'works' }
  return { is: 'unsure', why: String(status) }
}

function meaning(answer: Exclude<Answer, { is: 'answer' }>): Finding {
  if (answer.is === 'no-such-host') return { is: 'gone', why: 'no-such-host' }
  if (answer.is === 'private') return { is: 'not-asked', why: 'private' }
  return { is: 'unsure', why: answer.why }
}

async function gently(method: 'HEAD' | 'GET', url: URL, visit: Visit, most: number): Promise<Answer> {
  const wait = (visit.asked.get(url.host) ?? -Infinity) + visit.between - performance.now()
  if (wait > 0) await pause(wait, undefined, { ref: false })
  const answer = await ask(method, url, visit, most)
  visit.asked.set(url.host, performance.now())
  return answer
}

/** No robots.txt: everything may be read. One that cannot be had: nothing, until another day. */
async function robotsOf(url: URL, visit: Visit): Promise<{ text: string } | { stop: Finding }> {
  const known = visit.robots.get(url.origin)
  if (known?.is === 'rules') return known
  if (known?.is === 'unsure') return { stop: known }
  let at = new URL('/robots.txt', url)
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const answer = await gently('GET', at, visit, ROBOTS_BYTES)
    if (answer.is === 'no-such-host' || answer.is === 'private') {
      if (hop === 0) return { stop: meaning(answer) }
      break
    }
    if (answer.is === 'fault') return remember({ is: 'unsure', why: answer.why })
    const { status, location } = answer
    if (status >= 500 || status === 429) return remember({ is: 'unsure', why: String(status) })
    const to = status >= 300 && status < 400 ? location : null
    if (to === null || !URL.canParse(to, at))
      return remember({ is: 'rules', text: status >= 200 && status < 300 ? answer.body : '' })
    at = new URL(to, at)
    if (!/^https?:$/.test(at.protocol)) break
  }
  return remember({ is: 'rules', text: '' })

  function remember(robots: Robots): { text: string } | { stop: Finding } {
    visit.robots.set(url.origin, robots)
    return robots.is === 'rules' ? robots : { stop: robots }
  }
}
