/** Links of letters on the running site: whoever tries many is stopped where they are, and nobody else is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newToken } from '../../src/store/once.ts'
import { limitsOf } from '../../src/people/limits.ts'
import { startSite, type Running } from '../site.ts'
import { aBrowser } from './browser.ts'

let site: Running
beforeAll(async () => {
  site = await startSite({ TRUST_PROXY: '1', DEMO: '0' })
}, 240_000)
afterAll(() => site?.stop())

const MOST = limitsOf('answer')[0]?.count ?? 0

test.each([
  [
    'answering by a link',
    '10.3.1.1',
    '10.3.2.1',
    (token: string) => ({ path: `/answer/${token}`, form: { right: 'yes' } }),
  ],
  [
    'opening an invitation',
    '10.4.1.1',
    '10.4.2.1',
    (token: string) => ({ path: `/groups/invitation/${token}`, form: undefined }),
  ],
] as const)('%s: after so many the network waits, and no other one', async (_, here, elsewhere, made) => {
  const ask = async (from: string) => {
    const { path, form } = made(newToken())
    const { status, headers } = await aBrowser(site.url).ask(path, {
      ...(form === undefined ? {} : { form }),
      headers: { 'x-forwarded-for': from },
    })
    return [status, Number(headers['retry-after'] ?? 0) > 0]
  }
  for (let n = 0; n < MOST; n++) expect(await ask(here)).toEqual([404, false])
  expect(await ask(here)).toEqual([429, true])
  expect(await ask(elsewhere)).toEqual([404, false])
})
