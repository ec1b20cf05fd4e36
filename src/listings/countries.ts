/** The countries of the United Kingdom under every code that files and forms have for them. */

export const COUNTRIES = ['GB', 'UK', 'EN', 'WA', 'SC', 'NI'] as const
export type Country = (typeof COUNTRIES)[number]

/** ISO 3166-2, ONS, and what a form writes. */
const CODES: Record<string, Country> = {
  GB: 'GB',
  GBN: 'GB',
  'GB-GBN': 'GB',
  K03000001: 'GB',
  UK: 'UK',
  'GB-UKM': 'UK',
  K02000001: 'UK',
  EN: 'EN',
  'GB-ENG': 'EN',
  E92000001: 'EN',
  WA: 'WA',
  'GB-WLS': 'WA',
  'GB-CYM': 'WA',
  W92000004: 'WA',
  SC: 'SC',
  'GB-SCT': 'SC',
  S92000003: 'SC',
  NI: 'NI',
  'GB-NIR': 'NI',
  N92000002: 'NI',
}

/** null: no code of a country here. */
export const countryOf = (code: string): Country | null =>
  Object.hasOwn(CODES, code) ? (CODES[code] ?? null) : null
