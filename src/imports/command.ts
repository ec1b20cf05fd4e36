/** What somebody typed after `npm run import --`, understood or refused with one sentence. */
import { parseArgs } from 'node:util'
import { sayError } from './refused.ts'

export type Command =
  | {
      is: 'files'
      files: string[]
      profile: string
      source: string | undefined
      dryRun: boolean
      acceptLoss: boolean
      json: boolean
      now: Date | null
    }
  | { is: 'guess'; file: string }
  | { is: 'postcodes'; file: string }
  | { is: 'undo'; run: string; now: Date | null }
  | { is: 'wrong'; why: string }

const OPTIONS = {
  profile: { type: 'string' },
  source: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'accept-loss': { type: 'boolean' },
  json: { type: 'boolean' },
  now: { type: 'string' },
  guess: { type: 'boolean' },
  as: { type: 'string' },
  feed: { type: 'string' },
  since: { type: 'string' },
  due: { type: 'boolean' },
  'create-drafts': { type: 'boolean' },
} as const

/** Options of the contract that later versions read. */
const NOT_YET = ['as', 'feed', 'since', 'due', 'create-drafts'] as const

export const USAGE =
  'Usage: npm run import -- FILE… --profile NAME [--source ID] [--dry-run] [--now DATE] [--json] [--accept-loss]\n' +
  '       npm run import -- FILE --guess | postcodes FILE | undo RUN'

const wrong = (why: string): Command => ({ is: 'wrong', why })

export function readCommand(args: readonly string[]): Command {
  let read
  try {
    read = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return wrong(sayError(error).split('. ')[0] ?? 'That is not understood')
  }
  const { values, positionals } = read
  const later = NOT_YET.find((name) => values[name] !== undefined)
  if (later) return wrong(`This version does not read --${later} yet.`)
  const now = values.now === undefined ? null : dateOf(values.now)
  if (now === undefined) return wrong(`--now "${values.now}" is not a date such as 2026-11-22.`)
  const [first, second] = positionals
  if (first === undefined) return wrong('There is no file named.')
  if (first === 'postcodes' || first === 'undo') {
    if (second === undefined || positionals.length > 2)
      return wrong(`"${first}" takes one ${first === 'undo' ? 'run' : 'file'}.`)
    return first === 'undo' ? { is: 'undo', run: second, now } : { is: 'postcodes', file: second }
  }
  if (values.guess)
    return second === undefined ? { is: 'guess', file: first } : wrong('--guess takes one file.')
  if (values.profile === undefined) return wrong('There is no --profile named. To begin one: FILE --guess')
  if (values.source !== undefined && !/^[a-z0-9-]{1,80}$/.test(values.source))
    return wrong(`--source "${values.source}" is not an id of small letters, digits and dashes.`)
  return {
    is: 'files',
    files: positionals,
    profile: values.profile,
    source: values.source,
    dryRun: values['dry-run'] ?? false,
    acceptLoss: values['accept-loss'] ?? false,
    json: values.json ?? false,
    now,
  }
}

/** Noon in UTC of a day, or the instant of a date-time; undefined where it is neither. */
function dateOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return undefined
  const at = new Date(text.length === 10 ? `${text}T12:00:00Z` : text)
  const real = !Number.isNaN(at.getTime()) && (text.length > 10 || at.toISOString().startsWith(text))
  return real ? at : undefined
}
