/** Money and dates as people write them in cells. */

/** Pence from "£2.50", "2", "50p". null: no amount can be read, or several. */
export function pence(text: string): number | null {
  if (!/\d/.test(text)) return null
  const amounts = [...text.matchAll(/£\s?(\d{1,5}(?:,\d{3})?)(?:\.(\d{2}))?|\b(\d{1,3})p\b/g)]
  const [only] = amounts
  if (amounts.length > 1) return null
  if (only) return only[3] !== undefined ? Number(only[3]) : pounds(only[1] ?? '', only[2])
  const bare = /^(\d{1,5})(?:\.(\d{2}))?$/.exec(text.trim())
  return bare ? pounds(bare[1] ?? '', bare[2]) : null
}

const pounds = (whole: string, part: string | undefined): number =>
  Number(whole.replace(',', '')) * 100 + Number(part ?? 0)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A calendar day, "2019-02-07", from ISO dates and date-times, "07/02/2019", "Thu, 07/02/2019 - 3:55pm", "7 Feb 2019".
 * Day before month, as in the UK. null: none can be read.
 */
export function dayOf(text: string): string | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (iso) return realDay(iso[1], iso[2], iso[3])
  const slashed = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(text)
  if (slashed) return realDay(slashed[3], slashed[2], slashed[1])
  const worded = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3})[a-z]*\.?,?\s+(\d{4})(?!\d)/i.exec(
    text,
  )
  if (!worded) return null
  const month = MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1
  return month ? realDay(worded[3], String(month), worded[1]) : null
}

function realDay(year = '', month = '', date = ''): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}
