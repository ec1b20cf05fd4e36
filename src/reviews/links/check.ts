/** A run of looks at the websites that are due: several hosts at once, each host one request at a time. */
import type { LinkCheck } from '../../store/links/link-checks.ts'
import type { Store } from '../../store/store.ts'
import { clear, raise } from '../raise.ts'
import { judge, networkIsAway, type Finding, type Judged } from './link-rule.ts'
import { look, type Visit } from './look.ts'
import { watchWebsites } from './watch.ts'

export type Checking = Omit<Visit, 'robots' | 'asked'> & {
  now: () => Date
  /** What the desk reads of a website that is gone. */
  words: string
}

/** Websites looked at in a run, and hosts at once. */
const A_RUN = 40
const HOSTS_AT_ONCE = 4

export type Checked = { looked: number; raised: number; cleared: number }

/** Safe to run twice and at any time: what is due stays due. */
export async function checkLinks(store: Store, checking: Checking): Promise<Checked> {
  const { now } = checking
  await watchWebsites(store, now())
  const due = await store.links.due(now(), A_RUN)
  const found = await lookAtAll([...new Set(due.map(({ url }) => url))], checking)
  const away = networkIsAway([...found.values()])
  const done = { looked: found.size, raised: 0, cleared: 0 }
  for (const check of due) {
    const finding = found.get(check.url)
    if (finding === undefined) continue
    const isOurFault = away && finding.is === 'gone' && finding.why === 'no-such-host'
    const judged = judge(check, isOurFault ? { is: 'unsure', why: 'our network' } : finding, now())
    await write(store, judged, checking)
    if (judged.tell === 'raise') done.raised += 1
    if (judged.tell === 'clear') done.cleared += 1
  }
  return done
}

async function lookAtAll(urls: readonly string[], checking: Checking): Promise<Map<string, Finding>> {
  const visit: Visit = { ...checking, robots: new Map(), asked: new Map() }
  const found = new Map<string, Finding>()
  const hosts = [...Map.groupBy(urls, (url) => (URL.canParse(url) ? new URL(url).host : '')).values()]
  const hand = async (): Promise<void> => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift())
      for (const url of host) found.set(url, await look(url, visit))
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, hand))
  return found
}

/** The look, the signal and the matter are one act. */
async function write(store: Store, { check, tell }: Judged, { now, words }: Checking): Promise<void> {
  await store.act(async (act) => {
    const found = await act.byId(check.listing)
    const kept: LinkCheck = { ...check }
    if (found.is === 'listing' && tell === 'raise')
      kept.signal = await raise(act, found.known, { kind: 'dead-link', words, now: now() })
    if (found.is === 'listing' && tell === 'clear' && check.signal !== null)
      await clear(act, found.known, check.signal, now())
    if (tell === 'clear') kept.signal = null
    await act.writeLink(kept)
  })
}
