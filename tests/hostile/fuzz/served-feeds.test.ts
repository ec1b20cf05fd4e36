/** Wrong feeds over real sockets: each ends in a report, nothing goes missing by it, and nothing hangs. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW } from '../../fixtures.ts'
import { all, workshop, type Bench } from '../../imports/workshop.ts'
import { HANGS_MS } from '../../patience.ts'
import { readWrongFeeds } from './served-feeds.ts'

const EACH = 150

let bench: Bench
beforeEach(async () => void (bench = await workshop()))
afterEach(() => bench.store.close())

test.each(['list', 'service'] as const)(
  'one answer is wrong: the %s',
  { timeout: 300_000 },
  async (which) => {
    let n = 0
    for await (const { how, report, milliseconds } of readWrongFeeds(
      which,
      bench,
      { now: NOW, acceptLoss: true },
      { seed: 11, count: EACH },
    )) {
      n++
      expect(milliseconds, how).toBeLessThan(HANGS_MS)
      expect(['applied', 'refused'], how).toContain(report.state)
      if (report.state === 'refused') expect(report.why, how).toMatch(/^[^\n]{10,600}$/)
      // A page that is broken takes nothing away: what it said of others may change, but none is gone.
      if (which === 'service') expect(report.missing, how).toBe(0)
    }
    expect(n).toBeGreaterThan(EACH)
    expect(
      (await all(bench.store)).filter(({ listing }) => listing.status === 'published').length,
    ).toBeGreaterThan(0)
    console.log(`served ${which}: ${n.toLocaleString('en-GB')} wrong feeds, each with its report`)
  },
)
