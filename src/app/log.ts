/** One line an event, as JSON on stderr. What people search for is health data: no query, no address of a person, no slug. */
const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type Level = (typeof LEVELS)[number]
export type Log = (level: Exclude<Level, 'silent'>, event: string, about?: Record<string, unknown>) => void

export function makeLog(
  level: Level,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const most = LEVELS.indexOf(level)
  return (at, event, about = {}) => {
    if (LEVELS.indexOf(at) > most) return
    write(`${JSON.stringify({ at: new Date().toISOString(), level: at, event, ...about })}\n`)
  }
}

const PAGES: readonly string[] = [
  ...['/', '/search', '/about', '/about/quality', '/accessibility', '/privacy'],
  ...['/healthz', '/readyz', '/site.css'],
  ...['/sign-in', '/sign-in/code', '/sign-in/second', '/sign-in/again', '/sign-out', '/account'],
  ...['/groups', '/groups/add', '/umbrella', '/link-workers', '/desk'],
]
/** What follows is the name of a listing, or a token. */
const FOLDERS = /^\/(listing|api|map|_astro|data|groups|answer|umbrella|link-workers|desk|report|mail|dev)\//

/** The kind of page only: "/listing/…", never which listing; "/search", never what for. */
export function kindOfPath(path: string): string {
  const plain = path.replace(/^\/cy(?=\/|$)/, '') || '/'
  if (PAGES.includes(plain)) return plain
  const folder = FOLDERS.exec(plain)
  return folder ? `/${folder[1]}/…` : '/…'
}

/** Milliseconds lines are gathered before they are written: one write for many requests. */
const GATHER_MS = 200

/** Writes lines to stderr in handfuls; what is left is written when the process ends. */
export function gathered(
  write: (text: string) => void = (text) => void process.stderr.write(text),
): (line: string) => void {
  let lines: string[] = []
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    timer = null
    if (lines.length === 0) return
    write(lines.join(''))
    lines = []
  }
  process.once('exit', flush)
  return (line) => {
    lines.push(line)
    timer ??= setTimeout(flush, GATHER_MS).unref()
  }
}
