/**
 * Welsh words change their first letter after some others. Only words with a small first letter change: names of places
 * and groups stay as people know them. Rules: Gramadeg y Gymraeg (Peter Wynn Thomas), the tables of treigladau.
 */
const SOFT: readonly (readonly [RegExp, string])[] = [
  [/^ll/, 'l'],
  [/^rh/, 'r'],
  [/^p(?!h)/, 'b'],
  [/^t(?!h)/, 'd'],
  [/^c(?!h)/, 'g'],
  [/^b/, 'f'],
  [/^d(?!d)/, 'dd'],
  [/^g/, ''],
  [/^m/, 'f'],
]

/** After "neu" (or) and "i" (for, to): "gweithiwr" becomes "weithiwr". */
export function soft(word: string): string {
  const rule = SOFT.find(([begins]) => begins.test(word))
  return rule === undefined ? word : word.replace(rule[0], rule[1])
}

/** After "a" (and): "coffi" becomes "choffi". */
export function aspirate(word: string): string {
  return word.replace(/^([pct])(?!h)/, '$1h')
}

/** "te a choffi", "te ac uwd": "ac" stands before a vowel. */
export function andWelsh(word: string): string {
  return /^[aeiouwyâêîôûŵŷ]/i.test(word) ? `ac ${word}` : `a ${aspirate(word)}`
}
