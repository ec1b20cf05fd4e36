/** Enciphers what must be read again, with the server's secret. */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'

export type Cipher = {
  close: (words: string) => Promise<string>
  /** Rejects where it was enciphered with another secret. */
  open: (enciphered: string) => Promise<string>
}

export const makeCipher = (key: string): Cipher => ({
  close: (data) => symmetricEncrypt({ key, data }),
  open: (data) => symmetricDecrypt({ key, data }),
})
