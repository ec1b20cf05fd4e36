/** Words that may mean somebody is in danger: help is shown above whatever was found, and nothing is remembered. */
import { z } from 'zod'

const both = z.object({ en: z.string().min(1), cy: z.string().min(1) })
const panel = z.strictObject({
  /**
   * Phrases, in small letters; found as whole words, whatever stands between them and around them. "cutting|harming
   * himself|herself" is four: each word may have others.
   */
  words: z.array(z.string().min(3)).default([]),
  /** Needs that bring these numbers too, whether somebody chose them or their words mean them. */
  needs: z.array(z.string()).default([]),
  contacts: z.array(z.strictObject({ phone: z.string(), name: both, words: both })).min(1),
})
export const crisisData = z.strictObject({ why: both, panels: z.array(panel).min(1) })
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

/** Whom to ring, of somebody's words and of the needs that they mean; a number that stands in two panels once. */
export function makeCrisis(
  data: CrisisData,
): (what: string, needs: readonly string[], lang: 'en' | 'cy') => Crisis | null {
  const panels = data.panels.map((it) => ({ ...it, phrases: it.words.flatMap(eachOf).map(flat) }))
  return (what, needs, lang) => {
    const asked = flat(what)
    const met = panels.filter(
      (it) =>
        it.phrases.some((phrase) => asked.includes(phrase)) || it.needs.some((need) => needs.includes(need)),
    )
    if (met.length === 0) return null
    const contacts = new Map<string, Crisis['contacts'][number]>()
    for (const { phone, name, words } of met.flatMap((it) => it.contacts))
      if (!contacts.has(phone)) contacts.set(phone, { phone, name: name[lang], words: words[lang] })
    return { why: data.why[lang], contacts: [...contacts.values()] }
  }
}
