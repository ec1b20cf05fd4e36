/** Feeds made wrong on their way: a small good one is served, and one of its answers is not what it should be. */
import type { Fetching } from '../../../src/imports/fetching/outcome.ts'
import { importOpenReferral } from '../../../src/imports/sources/open-referral.ts'
import { sourceOf } from '../../../src/imports/arrangement.ts'
import type { Report } from '../../../src/imports/report.ts'
import type { Manner } from '../../../src/imports/workshop.ts'
import { services } from '../../imports/open-referral/made.ts'
import { quick, serve } from '../../imports/web-server.ts'
import type { Bench } from '../../imports/workshop.ts'
import { mutants } from './mutants.ts'

/** Three services on two pages, each with its own page. */
const FEED = services(3)
const page = (number: number): object => ({
  total_items: 3,
  total_pages: 2,
  page_number: number,
  last_page: number === 2,
  contents: FEED.slice(number * 2 - 2, number * 2).map(({ id, name }) => ({ id, name })),
})
const goodAnswer = (path: string, number: number): string =>
  JSON.stringify(
    path === '/services'
      ? page(number)
      : (FEED.find(({ id }) => path === `/services/${String(id)}`) ?? { status: 404 }),
  )

export type ServedFuzz = { how: string; report: Report; milliseconds: number }

/**
 * `count` wrong feeds, besides those cut off at every byte; the same ones for the same seed. `which`: the answer that is
 * wrong. Gives one report a feed; rejects where reading one does.
 */
export async function* readWrongFeeds(
  which: 'list' | 'service',
  bench: Bench,
  manner: Manner,
  { seed, count }: { seed: number; count: number },
): AsyncGenerator<ServedFuzz> {
  const wrongPath = which === 'list' ? '/services' : `/services/${String(FEED[1]?.id)}`
  let wrong: Uint8Array | null = null
  const web = await serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://feed')
    const number = Number(url.searchParams.get('page') ?? 1)
    const isWrong = wrong !== null && url.pathname === wrongPath && (which === 'service' || number === 2)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(isWrong ? wrong : goodAnswer(url.pathname, number))
  })
  const fetching: Fetching = quick({ limits: { feedMs: 10_000 } })
  const read = (): Promise<Report> =>
    importOpenReferral(
      { ...manner, kind: 'open-referral', at: [web.base], source: sourceOf([], 'open-referral', 'a-feed') },
      { ...bench, fetching },
    )
  try {
    yield { how: 'as it should be', report: await read(), milliseconds: 0 }
    for (const { how, bytes } of mutants(Buffer.from(goodAnswer(wrongPath, 2)), seed, count)) {
      wrong = bytes
      const begun = performance.now()
      const report = await read()
      yield { how, report, milliseconds: performance.now() - begun }
    }
  } finally {
    await web.close()
  }
}
