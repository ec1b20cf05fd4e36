/**
 * Text that only this server can read: AES-256-GCM under a key made from its secret. A copy of the database alone tells
 * nobody what a link worker searches for.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** As NIST SP 800-38D has it: 96 bits, never twice. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

export type Seal = { close: (text: string) => string; open: (sealed: string) => string | null }

export function sealWith(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fingerpost saved searches', KEY_BYTES))
  return {
    close(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    /** null: it was closed with another secret, or is not what was closed. */
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [nonce, tag] = [
        bytes.subarray(0, NONCE_BYTES),
        bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
      ]
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag)
        const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
        return Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
