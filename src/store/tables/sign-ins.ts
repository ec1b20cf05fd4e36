/** Tables of who signs in and how. Instants are ISO text in UTC; of tokens and codes only hashes are kept. */
export type PersonTable = { id: string; email: string; created_at: string; lang: string | null }
export type SignInTable = {
  id: string
  token_hash: string
  person: string
  created_at: string
  expires_at: string
  seen_at: string
  /** When a code from a mail was last typed in. */
  checked_at: string
  /** 1: a second factor was given. */
  second: number
  /** "Firefox on Android", for the person's own list. */
  browser: string
}
export type AskingTable = {
  /** Of the secret in the asking browser's cookie. */
  hash: string
  purpose: string
  address: string
  person: string | null
  code_hash: string
  tries: number
  asked_at: string
  expires_at: string
  used_at: string | null
}
export type SecondFactorTable = {
  person: string
  /** Enciphered with the server's secret. */
  secret: string
  made_at: string
  verified_at: string | null
  /** The last half minute whose code was used: none is used twice. */
  last_step: number
  /** JSON list of hashes. */
  backups: string
}
/** One press counted against a limit: see people/limits.ts. Kept on PostgreSQL only. */
export type PressedTable = { key: string; at: string; until: string }
