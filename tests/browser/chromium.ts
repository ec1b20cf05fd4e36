/** A Chromium to test with: the one named, Playwright's own, or the system's. */
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

export const HOW_TO_HAVE_CHROMIUM =
  'Have it with "apt-get install chromium", "npx playwright install chromium", or name yours in CHROMIUM_PATH.'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of the program, or null. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  const all = [...(named ? [named] : []), chromium.executablePath(), ...PLACES]
  return all.find((path) => path !== '' && existsSync(path)) ?? null
}
