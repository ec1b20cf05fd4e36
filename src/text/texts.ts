/** The messages of a language. A new language is one more file and one more line here. */
import { cy } from './cy.ts'
import { en, type Text } from './en.ts'
import type { Lang } from './format.ts'

const TEXTS: { [L in Lang]: Text } = { en, cy }

export const texts = (lang: Lang): Text => TEXTS[lang]
