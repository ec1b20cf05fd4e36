/** What the two runners of tests write about a run, read into one shape: how many passed, which failed and why, which were skipped. */
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** `failed`: "file › test: first line of why"; `skipped`: the file and the full name of each. */
export type Outcome = { passed: number; failed: string[]; skipped: { file: string; name: string }[] }

/** Longest reason that is repeated, in characters: one line of a terminal, twice. */
const WHY_LENGTH = 200

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
})
type Suite = { specs?: z.infer<typeof spec>[] | undefined; suites?: Suite[] | undefined }
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec).optional(), suites: z.array(suite).optional() }),
)
const playwrightReport = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/** One line that names a failure; a reason goes on to its third line, where what was expected often stands. */
function failure(file: string, name: string, why: string | undefined): string {
  const lines = stripVTControlCharacters(why ?? '')
    .split('\n')
    .map((line) => line.trim())
  const said = lines
    .filter((line) => line !== '' && !line.startsWith('at '))
    .slice(0, 3)
    .join(' ')
  return `${file} › ${name}${said === '' ? '' : `: ${said.slice(0, WHY_LENGTH)}`}`
}

/** `relative`: makes the path of a file short enough to be read. */
export function readVitest(json: string, relative: (path: string) => string): Outcome {
  const told: Outcome = { passed: 0, failed: [], skipped: [] }
  for (const { name, status, message, assertionResults } of vitestReport.parse(JSON.parse(json))
    .testResults) {
    const file = relative(name)
    for (const test of assertionResults) {
      if (test.status === 'passed') told.passed++
      else if (test.status === 'failed')
        told.failed.push(failure(file, test.fullName, test.failureMessages?.[0]))
      else told.skipped.push({ file, name: test.fullName })
    }
    // A file that could not even be read has no tests in it: it counts as one that failed.
    if (status === 'failed' && assertionResults.every((test) => test.status !== 'failed'))
      told.failed.push(failure(file, 'the file itself', message))
  }
  return told
}

/** A test that fails and then does not counts as one that failed. */
export function readPlaywright(json: string): Outcome {
  const told: Outcome = { passed: 0, failed: [], skipped: [] }
  const { suites, errors } = playwrightReport.parse(JSON.parse(json))
  for (const { message } of errors) told.failed.push(failure('tests/browser', 'beside the tests', message))
  const read = ({ specs = [], suites: inner = [] }: Suite): void => {
    for (const { title, file, tests } of specs)
      for (const { status, results } of tests) {
        const why = results.find(({ error }) => error !== undefined)?.error?.message
        if (status === 'expected') told.passed++
        else if (status === 'skipped') told.skipped.push({ file: `tests/browser/${file}`, name: title })
        else told.failed.push(failure(`tests/browser/${file}`, title, why))
      }
    inner.forEach(read)
  }
  suites.forEach(read)
  return told
}
