/** Words that may mean somebody is in danger: help is shown above whatever was found, and nothing is remembered. */
import { z } from 'zod'

const both = z.object({ en: z.string().min(1), cy: z.string().min(1) })
export const crisisData = z.object({
  why: both,
  contacts: z.array(z.object({ phone: z.string(), name: both, words: both })).min(1),
  /**
   * Phrases, in small letters; found as whole words, whatever stands between them and around them. "cutting|harming
   * himself|herself" is four: each word may have others.
   */
  words: z.array(z.string().min(3)).min(1),
})
type CrisisData = z.infer<typeof crisisData>
type Crisis = { why: string; contacts: { name: string; phone: string; words: string }[] }

/** Small letters and digits between single blanks, with a blank at both ends; apostrophes of any form vanish. */
function flat(words: string): string {
  const plain = words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ` ${plain
    .replaceAll(/['’‘`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** Every phrase that one with choices stands for. */
const eachOf = (words: string): string[] =>
  words
    .split(' ')
    .reduce<string[]>((all, word) => all.flatMap((it) => word.split('|').map((one) => `${it} ${one}`)), [''])

export function makeCrisis(data: CrisisData): (what: string, lang: 'en' | 'cy') => Crisis | null {
  const phrases = data.words.flatMap(eachOf).map(flat)
  return (what, lang) => {
    const asked = flat(what)
    if (!phrases.some((phrase) => asked.includes(phrase))) return null
    return {
      why: data.why[lang],
      contacts: data.contacts.map(({ phone, name, words }) => ({
        phone,
        name: name[lang],
        words: words[lang],
      })),
    }
  }
}
