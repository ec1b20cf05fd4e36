/**
 * What Astro says of a page that failed, without what was searched: the part of an address after its question mark,
 * and the names of listings, never reach a log. (Astro takes a logger as JavaScript only.)
 */
const withoutQueries = (/** @type {string} */ text) =>
  text.replaceAll(/\?[^\s'")]*/g, '?…').replaceAll(/\/listing\/[^\s'")]*/g, '/listing/…')

/** @returns {{ write: (event: { level: string, label?: string | null, message: string }) => void }} */
export default function siteLog() {
  return {
    write({ level, label, message }) {
      if (level !== 'warn' && level !== 'error') return
      const line = {
        at: new Date().toISOString(),
        level,
        event: label ?? 'astro',
        why: withoutQueries(message),
      }
      process.stderr.write(`${JSON.stringify(line)}\n`)
    },
  }
}
