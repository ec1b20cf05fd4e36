/** `npm test`: every test there is; what the machine lacks is said; ends with what failed and "N passed, N failed, N skipped". */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ROOT } from '../src/app/root.ts'
import { findChromium, HOW_TO_HAVE_CHROMIUM } from '../tests/browser/chromium.ts'
import { hasPostgres, HOW_TO_HAVE_POSTGRES } from '../tests/postgres.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../tests/real-data.ts'
import { readPlaywright, readVitest, type Outcome } from '../tests/reports.ts'
import { HOW_TO_HAVE_MEILISEARCH } from '../tests/search/meilisearch-server.ts'
import { ensureBuilt } from './build.ts'
import { runTool, TOOLS } from './run.ts'

const REASONS = [HOW_TO_HAVE_MEILISEARCH, HOW_TO_HAVE_POSTGRES, HOW_TO_HAVE_REAL_DATA]

type Tally = { passed: number; failed: string[]; skipped: string[] }

/** What is missing and how to have it; where a skipped test does not say so, its own name. */
function reasonOf({ file, name }: Outcome['skipped'][number]): string {
  if (/tests.browser./.test(file)) return 'a browser test: its reason stands in the list above'
  const said = REASONS.find((it) => name.includes(it))
  if (said !== undefined) return said.replace(/^skipped: /, '')
  if (!/tests.(real|relevance)./.test(file)) return name
  return realData() === null ? HOW_TO_HAVE_REAL_DATA : hasPostgres() ? name : HOW_TO_HAVE_POSTGRES
}

/** `code`: how the runner ended. A runner that failed and says of no test that it did, or left no report, failed itself. */
function tally(runner: string, code: number, read: () => Outcome): Tally {
  try {
    const { passed, failed, skipped } = read()
    const itself = code !== 0 && failed.length === 0 ? [`${runner} ended with ${code}`] : []
    return { passed, failed: [...failed, ...itself], skipped: skipped.map(reasonOf) }
  } catch {
    return { passed: 0, failed: [`${runner} left no report and ended with ${code}`], skipped: [] }
  }
}

async function unitTests(folder: string): Promise<Tally> {
  const file = join(folder, 'vitest.json')
  const code = await runTool(TOOLS.vitest, [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return tally('vitest', code, () => readVitest(readFileSync(file, 'utf8'), (path) => relative(ROOT, path)))
}

async function browserTests(folder: string): Promise<Tally> {
  if (findChromium() === null)
    return {
      passed: 0,
      failed: [],
      skipped: [`the browser tests: no Chromium here. ${HOW_TO_HAVE_CHROMIUM}`],
    }
  await ensureBuilt()
  const file = join(folder, 'playwright.json')
  const code = await runTool(TOOLS.playwright, ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return tally('playwright', code, () => readPlaywright(readFileSync(file, 'utf8')))
}

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-test-'))
const tallies = [await unitTests(folder), await browserTests(folder)]
rmSync(folder, { recursive: true, force: true })
const skipped = tallies.flatMap((it) => it.skipped)
const failed = tallies.flatMap((it) => it.failed)
const passed = tallies.reduce((sum, it) => sum + it.passed, 0)
for (const reason of new Set(skipped)) {
  const times = skipped.filter((it) => it === reason).length
  process.stdout.write(`skipped: ${reason}${times > 1 ? ` (${times} tests)` : ''}\n`)
}
for (const it of failed) process.stdout.write(`failed: ${it}\n`)
process.stdout.write(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped\n`)
process.exit(failed.length === 0 ? 0 : 1)
