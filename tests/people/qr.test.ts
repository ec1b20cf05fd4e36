/** QR codes: the same modules that another program's reader (jsQR 1.4.0) read back to these words. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { appAddress } from '../../src/people/totp.ts'
import { qrCode } from '../../src/people/qr.ts'

const read: [words: string, size: number, modules: string][] = [
  ['a', 21, 'bf35b1e154e92eb4'],
  [appAddress('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'Fingerpost', 'ann@example.org'), 37, 'e6a3930cd7a8fce6'],
  ['x'.repeat(300), 61, 'd7800c87eac801b0'],
  ['x'.repeat(858), 97, '891e317f159bca23'],
]
it.each(read)('%s', (words, size, modules) => {
  const rows = qrCode(words)
  expect(rows).toHaveLength(size)
  const text = rows?.map((row) => row.map(Number).join('')).join('\n') ?? ''
  expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(modules)
})

it('more than fits is none', () => expect(qrCode('x'.repeat(859))).toBeNull())
