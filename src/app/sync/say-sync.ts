/** What `npm run sync` says. */
import type { EngineHealth } from '../../search/engine.ts'
import { MeiliError } from '../../search/meilisearch/client.ts'
import type { IndexCheck } from '../../search/check-index.ts'
import { unaddressed } from '../mail/unaddressed.ts'

/** Ids told of each kind of difference. */
const MOST = 10

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const listings = (n: number): string => `${n.toLocaleString('en-GB')} ${n === 1 ? 'listing' : 'listings'}`

export const sayHeld = (name: string, { documents, applied }: EngineHealth): string =>
  `${capital(name)} holds ${listings(documents)}, up to change ${applied}.`

export function sayCheck(name: string, { same, expected, indexed, ...found }: IndexCheck): string {
  if (same) return `${capital(name)} holds what the store says: ${listings(expected)}.`
  const kinds: [string, string[]][] = [
    ['missing', found.missing],
    ['left over', found.leftOver],
    ['different', found.different],
  ]
  const lines = kinds
    .filter(([, ids]) => ids.length > 0)
    .map(([kind, ids]) => {
      const more = ids.length > MOST ? ` and ${ids.length - MOST} more` : ''
      return `  ${ids.length} ${kind}: ${ids.slice(0, MOST).join(', ')}${more}`
    })
  const held = `${capital(name)} holds ${listings(indexed)}, the store says ${expected.toLocaleString('en-GB')}.`
  return [held, ...(found.why === null ? [] : [`  ${capital(found.why)}.`]), ...lines].join('\n')
}

/** What went wrong, naming the setting where it is one. */
export function sayWhy(error: unknown): string {
  if (!(error instanceof MeiliError) || error.kind !== 'key') return unaddressed(error)
  const isMissing = error.code === 'missing_authorization_header'
  return `${isMissing ? 'MEILI_WRITE_KEY is not set' : 'Meilisearch does not take MEILI_WRITE_KEY'}; "npm run sync -- --setup" prints it`
}

export const sayFailed = (name: string, why: string): string =>
  `${capital(name)} was left as it is: ${why}.`.replace(/\.\.$/, '.')
