/** What somebody typed after `npm run import --`, understood or refused with one sentence. */
import { parseArgs } from 'node:util'
import { sayError } from './refused.ts'
import { REGISTER_KINDS, STANDARD_KINDS, type SourceKind } from './source-kinds.ts'

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
  | {
      is: 'source'
      kind: SourceKind
      /** Files, or the address or folder of a feed. */
      at: string[]
      /** undefined: named like its kind. */
      source: string | undefined
      dryRun: boolean
      acceptLoss: boolean
      json: boolean
      createDrafts: boolean
      /** Day, "2026-11-01". */
      since: string | null
      now: Date | null
    }
  | {
      is: 'due'
      /** One source, due or not; undefined: all that are due. */
      source: string | undefined
      by: 'hand' | 'due' | 'desk' | undefined
      dryRun: boolean
      acceptLoss: boolean
      json: boolean
      now: Date | null
    }
  | { is: 'guess'; file: string }
  | { is: 'postcodes'; file: string }
  | { is: 'undo'; run: string; now: Date | null }
  /** `file`: null for the terminal. */
  | { is: 'corrections'; source: string; file: string | null }
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
  by: { type: 'string' },
  'create-drafts': { type: 'boolean' },
} as const

/** Who may be said to have begun a run: the desk's button says so. */
const BEGUN_BY = ['hand', 'due', 'desk'] as const

export const USAGE =
  'Usage: npm run import -- FILE… --profile NAME [--source ID] [--dry-run] [--now DATE] [--json] [--accept-loss]\n' +
  '       npm run import -- FILE… --as KIND [--source ID] [--create-drafts]\n' +
  '       npm run import -- --feed URL-or-folder --source ID [--since DATE]\n' +
  '       npm run import -- FILE --guess | postcodes FILE | undo RUN | corrections SOURCE [FILE]\n' +
  '       npm run import -- --due [--source ID [--accept-loss]] [--dry-run] [--json]'

const wrong = (why: string): Command => ({ is: 'wrong', why })

export function readCommand(args: readonly string[]): Command {
  let read
  try {
    read = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return wrong(sayError(error).split('. ')[0] ?? 'That is not understood')
  }
  const { values, positionals } = read
  const now = values.now === undefined ? null : dateOf(values.now)
  if (now === undefined) return wrong(`--now "${values.now}" is not a date such as 2026-11-22.`)
  const odd = unfitting(values)
  if (odd !== null) return wrong(odd)
  const manner = {
    dryRun: values['dry-run'] ?? false,
    acceptLoss: values['accept-loss'] ?? false,
    json: values.json ?? false,
    now,
  }
  if (values.due) {
    if (positionals.length > 0) return wrong('--due takes no file.')
    return { is: 'due', source: values.source, by: BEGUN_BY.find((it) => it === values.by), ...manner }
  }
  const createDrafts = values['create-drafts'] ?? false
  if (values.feed !== undefined) {
    if (positionals.length > 0) return wrong('--feed takes one address or folder, and no file.')
    if (values.source === undefined) return wrong('--feed needs a --source: what this feed is called here.')
    const since = values.since ?? null
    const kind: SourceKind = 'open-referral'
    const about = { kind, at: [values.feed], source: values.source }
    return { is: 'source', ...about, ...manner, createDrafts, since }
  }
  const [first, second] = positionals
  if (first === undefined) return wrong('There is no file named.')
  if (first === 'corrections') {
    const [, , file = null, ...more] = positionals
    if (second === undefined || more.length > 0)
      return wrong('"corrections" takes the id of one source, and a file to write to.')
    return { is: 'corrections', source: second, file }
  }
  if (first === 'postcodes' || first === 'undo') {
    if (second === undefined || positionals.length > 2)
      return wrong(`"${first}" takes one ${first === 'undo' ? 'run' : 'file'}.`)
    return first === 'undo' ? { is: 'undo', run: second, now } : { is: 'postcodes', file: second }
  }
  if (values.guess)
    return second === undefined ? { is: 'guess', file: first } : wrong('--guess takes one file.')
  if (values.as !== undefined) {
    const kind = STANDARD_KINDS.find((known) => known === values.as)
    if (kind === undefined)
      return wrong(`--as "${values.as}" is not known. It is one of ${STANDARD_KINDS.join(', ')}.`)
    const about = { kind, at: positionals, source: values.source }
    return { is: 'source', ...about, ...manner, createDrafts, since: null }
  }
  if (values.profile === undefined) return wrong('There is no --profile named. To begin one: FILE --guess')
  return {
    is: 'files',
    files: positionals,
    profile: values.profile,
    source: values.source,
    ...manner,
  }
}

type Values = {
  by?: string
  'accept-loss'?: boolean
  source?: string
  since?: string
  feed?: string
  as?: string
  profile?: string
  due?: boolean
  'create-drafts'?: boolean
}

/** What does not go together, in one sentence; null: all of it does. */
function unfitting(values: Values): string | null {
  const { source, since, feed, as, profile, due } = values
  if (source !== undefined && !/^[a-z0-9-]{1,80}$/.test(source))
    return `--source "${source}" is not an id of small letters, digits and dashes.`
  if ([feed, as, profile, due].filter((it) => it !== undefined).length > 1)
    return 'One of --profile, --as, --feed and --due at a time.'
  if (since !== undefined && (feed === undefined || dateOf(since) === undefined || since.length !== 10))
    return feed === undefined
      ? '--since goes with --feed.'
      : `--since "${since}" is not a date such as 2026-11-22.`
  if (values.by !== undefined && (due === undefined || !BEGUN_BY.some((it) => it === values.by)))
    return `--by goes with --due, and is one of ${BEGUN_BY.join(', ')}.`
  if (due && values['accept-loss'] && source === undefined)
    return '--accept-loss goes with one source: --due --source ID --accept-loss.'
  const isRegister = REGISTER_KINDS.some((kind) => kind === as)
  if (values['create-drafts'] && !isRegister) return `--create-drafts goes with ${REGISTER_KINDS.join(', ')}.`
  return null
}

/** Noon in UTC of a day, or the instant of a date-time; undefined where it is neither. */
function dateOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return undefined
  const at = new Date(text.length === 10 ? `${text}T12:00:00Z` : text)
  const real = !Number.isNaN(at.getTime()) && (text.length > 10 || at.toISOString().startsWith(text))
  return real ? at : undefined
}
