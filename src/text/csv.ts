/** A table as a file that a spreadsheet opens, and runs nothing of. */

/** What a spreadsheet would take for a formula (OWASP ASVS 1.2.10). */
const RUNS = /^[=+\-@\t\r\0]/

/** A cell as text: what begins like a formula gets an apostrophe; quotes, commas and lines are kept together. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = RUNS.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a mark at the beginning that has spreadsheets read it as UTF-8, and lines as the standard has them (RFC 4180). */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
