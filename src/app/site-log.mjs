/**
 * What Astro says of a page that failed, without what was searched or typed: the part of an address after its question
 * mark, the names of listings, tokens of letters and addresses of people never reach a log. (Astro takes a logger as
 * JavaScript only.)
 */
const PRIVATE = /\/(listing|answer|invitation|stop|keep|report|people|matter)\/[^\s'")]*/g
export const withoutPrivate = (/** @type {string} */ text) =>
  text
    .replaceAll(/\?[^\s'")]*/g, '?…')
    .replaceAll(PRIVATE, '/$1/…')
    // An error says in its first line what it stumbled over, and that was typed by somebody.
    .replace(/^[^\n]*/, (first) => first.replaceAll(/"[^"]*"/g, '"…"'))
    .replaceAll(/[^\s@"'<>]+@[^\s@"'<>]+/g, '…@…')

/** @returns {{ write: (event: { level: string, label?: string | null, message: string }) => void }} */
export default function siteLog() {
  return {
    write({ level, label, message }) {
      if (level !== 'warn' && level !== 'error') return
      const line = {
        at: new Date().toISOString(),
        level,
        event: label ?? 'astro',
        why: withoutPrivate(message),
      }
      process.stderr.write(`${JSON.stringify(line)}\n`)
    },
  }
}
