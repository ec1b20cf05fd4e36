/** JSON from an address, asked for again where what came was none: a body cut off unsaid, a page that says "sorry". */
import { fetchPage, waitFor } from '../fetching/fetch.ts'
import { shownAddress, type Fetching } from '../fetching/outcome.ts'
import { readJson } from './json.ts'

/** How often a page is asked for that came, but is no JSON or no page. */
const ASKED = 3
/** Milliseconds before it is asked again; as many more before the next time. */
const PAUSE_MS = 1_000

export type GotJson<T> =
  { is: 'json'; value: T; bytes: Buffer } | { is: 'none'; why: string; status: number | null }

/** `shape`: what the JSON is wanted as, or what it is instead ("is no list of services"). */
export async function fetchJson<T extends object>(
  address: string,
  fetching: Fetching,
  shape: (value: unknown) => T | string,
): Promise<GotJson<T>> {
  for (let asked = 1; ; asked++) {
    const got = await fetchPage(address, fetching)
    if (got.is === 'failed') return { is: 'none', why: got.why, status: got.status }
    const read = readJson(got.bytes)
    const value = read.is === 'json' ? shape(read.value) : read.why
    if (typeof value !== 'string') return { is: 'json', value, bytes: got.bytes }
    const last = asked >= ASKED || !(await waitFor(PAUSE_MS * asked, fetching))
    if (last) return { is: 'none', why: `${shownAddress(address)} ${value}.`, status: null }
  }
}
