/** Letters of the site under test, as they lie in its folder: it has no mail server. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'

/** Quoted-printable as RFC 2045 has it: "=" at the end of a line joins it with the next. */
const plain = (text: string): string =>
  text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())

export function lettersTo(address: string): string[] {
  const folder = join(process.env['BROWSER_TEST_DATA'] ?? '', 'outbox')
  const files = (() => {
    try {
      return readdirSync(folder).filter((name) => name.endsWith('.eml'))
    } catch {
      return [] // nothing was sent yet
    }
  })()
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((letter) => new RegExp(`^To: .*${address.replaceAll('.', '\\.')}`, 'im').test(letter))
    .map(plain)
}

/** The newest letter to an address in which something stands; waits for it. Gives what `what` found. */
export async function inLetterTo(address: string, what: RegExp): Promise<string> {
  const newest = () => lettersTo(address).findLast((letter) => what.test(letter))
  await expect.poll(newest, { message: `a letter to ${address}`, timeout: 10_000 }).toBeDefined()
  return what.exec(newest() ?? '')?.[0] ?? ''
}
