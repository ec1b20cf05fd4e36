import { describe, expect, it } from 'vitest'
import { readPlaywright, readVitest } from './reports.ts'

const short = (path: string) => path.replace('/house/', '')

describe('what vitest says of a run', () => {
  const assertions = [
    { fullName: 'adds up', status: 'passed' },
    {
      fullName: 'is there',
      status: 'failed',
      failureMessages: [
        'AssertionError: expected 1 to be 2\n\n- Expected\n    at Object.<anonymous> (/x.ts:1:1)',
      ],
    },
    { fullName: 'needs a server', status: 'pending' },
  ]
  it('is counted, and what failed is named with the first lines of why', () => {
    const json = JSON.stringify({
      testResults: [{ name: '/house/tests/a.test.ts', status: 'failed', assertionResults: assertions }],
    })
    expect(readVitest(json, short)).toEqual({
      passed: 1,
      failed: ['tests/a.test.ts › is there: AssertionError: expected 1 to be 2 - Expected'],
      skipped: [{ file: 'tests/a.test.ts', name: 'needs a server' }],
    })
  })
  it.each([
    ['could not be read', []],
    ['failed after its tests had passed', [{ fullName: 'adds up', status: 'passed' }]],
  ])('a file that %s is one that failed', (_, assertionResults) => {
    const broken = { name: '/house/tests/b.test.ts', status: 'failed', message: 'no such thing' }
    const json = JSON.stringify({ testResults: [{ ...broken, assertionResults }] })
    expect(readVitest(json, short).failed).toEqual(['tests/b.test.ts › the file itself: no such thing'])
  })
  it('that is no report is not taken for a run without failures', () => {
    expect(() => readVitest('{"testResults": null}', short)).toThrow()
    expect(() => readVitest('', short)).toThrow()
  })
})

describe('what Playwright says of a run', () => {
  const test = (title: string, status: string, message?: string) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
  })
  it('is read to the innermost group, without the colours of a terminal', () => {
    const json = JSON.stringify({
      suites: [
        {
          specs: [test('opens', 'expected'), test('sometimes', 'flaky', 'late')],
          suites: [
            {
              specs: [
                test(
                  'closes',
                  'unexpected',
                  'Error: \u001b[31mexpect\u001b[39m(1)\n\nExpected: > 100\nReceived: 68',
                ),
                test('on a Mac', 'skipped'),
              ],
            },
          ],
        },
      ],
      errors: [{ message: 'a worker was lost' }],
    })
    expect(readPlaywright(json)).toEqual({
      passed: 1,
      failed: [
        'tests/browser › beside the tests: a worker was lost',
        'tests/browser/a.spec.ts › sometimes: late',
        'tests/browser/a.spec.ts › closes: Error: expect(1) Expected: > 100 Received: 68',
      ],
      skipped: [{ file: 'tests/browser/a.spec.ts', name: 'on a Mac' }],
    })
  })
})
