/** Plain text in pieces, so that addresses in it can be pressed. */
export type Piece = { words: string; url: string | null }

export function withLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(/https?:\/\/[^\s<>"']+/g)) {
    const { 0: words, index } = found
    if (index > at) pieces.push({ words: text.slice(at, index), url: null })
    pieces.push({ words, url: URL.canParse(words) ? words : null })
    at = index + words.length
  }
  if (at < text.length) pieces.push({ words: text.slice(at), url: null })
  return pieces
}
