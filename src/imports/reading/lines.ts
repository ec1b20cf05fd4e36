/** One kind of line end and no invisible characters, whatever program wrote the file. */

/** What no cell may hold: the database refuses NUL, and the others are seen by nobody. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g

/**
 * Pieces of text with "\n" alone between lines. In a file that has "\n" at all, a lone "\r" is a stray inside a cell
 * and becomes a blank; in one that has none (old Macs) it is the line end.
 */
export async function* plainLines(chunks: AsyncIterable<string>, oldMac: boolean): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of chunks) {
    let text = held + chunk
    held = ''
    // A "\r" at the edge may have its "\n" in the next piece.
    if (text.endsWith('\r')) {
      held = '\r'
      text = text.slice(0, -1)
    }
    yield plain(text, oldMac)
  }
  if (held) yield '\n'
}

export function plain(text: string, oldMac: boolean): string {
  let out = text
  if (out.includes('\r')) out = out.replaceAll('\r\n', '\n').replaceAll('\r', oldMac ? '\n' : ' ')
  return UNSEEN.test(out) ? out.replace(UNSEEN, '') : out
}
