/** "Firefox on Android": enough for somebody to know which of their browsers it is. The rest of what it said is not kept. */

const BROWSERS: [pattern: RegExp, name: string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: [pattern: RegExp, name: string][] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]
const first = (all: typeof BROWSERS, words: string): string =>
  all.find(([pattern]) => pattern.test(words))?.[1] ?? ''

/** Two names with a comma between, either of which may be missing: "Firefox,Android". */
export function browserName(userAgent: string | null): string {
  const words = (userAgent ?? '').slice(0, 500)
  return `${first(BROWSERS, words)},${first(SYSTEMS, words)}`
}
