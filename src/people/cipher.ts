/** Enciphers what must be read again, with the server's secret. */

export type Cipher = {
  close: (words: string) => Promise<string>
  /** Rejects where it was enciphered with another secret. */
  open: (enciphered: string) => Promise<string>
}

/** Read when somebody first has a second step: most starts of the program never need it. */
const ciphers = () => import('better-auth/crypto')

export const makeCipher = (key: string): Cipher => ({
  close: async (data) => (await ciphers()).symmetricEncrypt({ key, data }),
  open: async (data) => (await ciphers()).symmetricDecrypt({ key, data }),
})
