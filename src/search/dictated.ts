/** A question as people say it aloud: numbers in words, a mother-in-law. Pure. */

const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10] as const),
)
const ONES = new Map(
  'one two three four five six seven eight nine'.split(' ').map((word, i) => [word, i + 1] as const),
)
const RELATIVES = new Set('mother mum mam father dad parents sister brother son daughter'.split(' '))

/** "Eighty six" is 86; a mother-in-law has nothing to do with law. "Sixty" alone stays as it is: it stands in names. */
export function asWritten(words: readonly string[]): string[] {
  const read: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [ten, one] = [TENS.get(word), ONES.get(words[at + 1] ?? '')]
    if (word === 'in' && words[at + 1] === 'law' && RELATIVES.has(words[at - 1] ?? '')) at++
    else if (ten === undefined || one === undefined) read.push(word)
    else {
      read.push(String(ten + one))
      at++
    }
  }
  return read
}

/** The number that a word or digits name; 0: none. */
export const numberIn = (word: string): number => TENS.get(word) ?? Number(/^\d{1,3}$/.exec(word)?.[0] ?? 0)
