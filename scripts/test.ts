/** `npm test`: every test there is; what the machine lacks is said; ends with "N passed, N failed, N skipped". */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { findChromium, HOW_TO_HAVE_CHROMIUM } from '../tests/browser/chromium.ts'
import { hasPostgres, HOW_TO_HAVE_POSTGRES } from '../tests/postgres.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../tests/real-data.ts'
import { HOW_TO_HAVE_MEILISEARCH } from '../tests/search/meilisearch-server.ts'
import { ensureBuilt } from './build.ts'
import { runTool, TOOLS } from './run.ts'

const REASONS = [HOW_TO_HAVE_MEILISEARCH, HOW_TO_HAVE_POSTGRES, HOW_TO_HAVE_REAL_DATA]

type Tally = { passed: number; failed: number; skipped: string[] }

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** What is missing and how to have it; where a skipped test does not say so, its own name. */
function reasonOf(fullName: string, of: string): string {
  const said = REASONS.find((it) => fullName.includes(it))
  if (said !== undefined) return said.replace(/^skipped: /, '')
  if (!/tests.(real|relevance)./.test(of)) return fullName
  return realData() === null ? HOW_TO_HAVE_REAL_DATA : hasPostgres() ? fullName : HOW_TO_HAVE_POSTGRES
}

async function unitTests(folder: string): Promise<Tally> {
  const file = join(folder, 'vitest.json')
  const code = await runTool(TOOLS.vitest, [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = read(file, vitestReport)
  if (report === null) return { passed: 0, failed: 1, skipped: [] }
  const all = report.testResults.flatMap(({ name: of, assertionResults }) =>
    assertionResults.map((it) => ({ ...it, of })),
  )
  const count = (status: string) => all.filter((it) => it.status === status).length
  // A file that could not even be read has no tests in it: it counts as one that failed.
  const broken = report.testResults.filter(
    (it) => it.status === 'failed' && it.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = count('failed') + broken
  const skipped = all
    .filter((it) => it.status !== 'passed' && it.status !== 'failed')
    .map((it) => reasonOf(it.fullName, it.of))
  return { passed: count('passed'), failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}

async function browserTests(folder: string): Promise<Tally> {
  if (findChromium() === null)
    return { passed: 0, failed: 0, skipped: [`the browser tests: no Chromium here. ${HOW_TO_HAVE_CHROMIUM}`] }
  await ensureBuilt()
  const file = join(folder, 'playwright.json')
  const code = await runTool(TOOLS.playwright, ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const stats = read(file, playwrightReport)?.stats
  if (stats === undefined) return { passed: 0, failed: 1, skipped: [] }
  const failed = stats.unexpected + stats.flaky
  const skipped = Array.from(
    { length: stats.skipped },
    () => 'a browser test: its reason stands in the list above',
  )
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-test-'))
const tallies = [await unitTests(folder), await browserTests(folder)]
rmSync(folder, { recursive: true, force: true })
const skipped = tallies.flatMap((it) => it.skipped)
const sum = (of: (it: Tally) => number) => tallies.reduce((total, it) => total + of(it), 0)
const failed = sum((it) => it.failed)
for (const reason of new Set(skipped)) {
  const times = skipped.filter((it) => it === reason).length
  process.stdout.write(`skipped: ${reason}${times > 1 ? ` (${times} tests)` : ''}\n`)
}
process.stdout.write(`${sum((it) => it.passed)} passed, ${failed} failed, ${skipped.length} skipped\n`)
process.exit(failed === 0 ? 0 : 1)
