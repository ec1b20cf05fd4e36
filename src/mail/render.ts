/** A letter as plain text and as simple HTML, by the same rule: one column, no picture, nothing from elsewhere. */
import type { Block, Reader, Written } from './letter.ts'
import { asSubject, escaped, oneLine, webAddress } from './plain.ts'

export type Rendered = { subject: string; text: string; html: string }

type Foot = { lines: string[]; stop: { label: string; url: string } | null }

/** Written on each thing: many mail programs throw a style sheet away. */
const STYLE = {
  body: 'margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:1.5',
  column: 'max-width:34em;margin:0 auto',
  h2: 'font-size:19px;margin:24px 0 8px',
  p: 'margin:0 0 16px',
  code: 'margin:0 0 16px;font-family:Consolas,Menlo,monospace;font-size:36px;font-weight:bold;letter-spacing:6px',
  button:
    'display:inline-block;padding:12px 22px;background:#0B5D3F;color:#FFFFFF;font-weight:bold;text-decoration:none;border-radius:3px',
  foot: 'margin:32px 0 0;padding:12px 0 0;border-top:1px solid #7B7F76;font-size:15px',
} as const

/** Colours follow the reader's own scheme; only the button has its own, which holds in both. */
const HEAD = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">`

function footOf(written: Written, { text, site }: Reader): Foot {
  const t = text.letters.foot
  const { email, phone, phone_hours } = site.contact
  const stop = written.unsubscribe === undefined ? null : webAddress(written.unsubscribe)
  return {
    lines: [
      oneLine(t.who(site.name, site.place)),
      oneLine(t.contact(email, phone, phone_hours)),
      oneLine(written.why ?? t.why),
    ],
    stop: stop === null ? null : { label: t.stop, url: stop },
  }
}

const linkText = (label: string, given: string): string => {
  const url = webAddress(given)
  return url === null ? oneLine(label) : `${oneLine(label)}:\n${url}`
}
const linkHtml = (label: string, given: string, style: string): string => {
  const url = webAddress(given)
  const words = escaped(oneLine(label))
  return url === null ? words : `<a href="${escaped(url)}"${style && ` style="${style}"`}>${words}</a>`
}

function blockText(block: Block): string {
  if ('p' in block) return oneLine(block.p)
  if ('code' in block) return `    ${oneLine(block.code)}`
  if ('button' in block) return linkText(block.button, block.url)
  if ('link' in block) return linkText(block.link, block.url)
  if ('list' in block) return block.list.map((line) => `- ${oneLine(line)}`).join('\n')
  const heading = oneLine(block.heading)
  return `${heading}\n${'-'.repeat(Math.min(60, Math.max(3, heading.length)))}`
}

function blockHtml(block: Block): string {
  const p = (inside: string, style: string = STYLE.p) => `<p style="${style}">${inside}</p>`
  if ('p' in block) return p(escaped(oneLine(block.p)))
  if ('code' in block) return p(escaped(oneLine(block.code)), STYLE.code)
  if ('button' in block) return p(linkHtml(block.button, block.url, STYLE.button))
  if ('link' in block) return p(linkHtml(block.link, block.url, ''))
  if ('list' in block) {
    const lines = block.list.map((line) => `<li>${escaped(oneLine(line))}</li>`)
    return `<ul style="${STYLE.p}">${lines.join('')}</ul>`
  }
  return `<h2 style="${STYLE.h2}">${escaped(oneLine(block.heading))}</h2>`
}

/** Pure: the same letter for the same reader is the same, sign by sign. */
export function render(written: Written, reader: Reader): Rendered {
  const subject = asSubject(written.subject) || oneLine(reader.site.name)
  const foot = footOf(written, reader)
  const stopText = foot.stop === null ? [] : [`${foot.stop.label}:\n${foot.stop.url}`]
  const text = [...written.blocks.map(blockText), ['-- ', ...foot.lines, ...stopText].join('\n')].join('\n\n')
  const footHtml = foot.lines.map(escaped).join('<br>')
  const stopHtml = foot.stop === null ? '' : `<br>${linkHtml(foot.stop.label, foot.stop.url, '')}`
  const html = `<!doctype html>
<html lang="${reader.lang}"><head>${HEAD}<title>${escaped(subject)}</title></head>
<body style="${STYLE.body}"><div style="${STYLE.column}">
${written.blocks.map(blockHtml).join('\n')}
<p style="${STYLE.foot}">${footHtml}${stopHtml}</p>
</div></body></html>
`
  return { subject, text: `${text}\n`, html }
}
