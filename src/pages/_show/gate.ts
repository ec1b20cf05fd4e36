/** The way in: whoever is not signed in is asked to be, and comes back to where they were going. */
import type { AstroGlobal } from 'astro'
import { app } from '../../app/app.ts'
import { inLang } from '../../components/path.ts'

/** Of a page or of a file. */
type Asked = Pick<AstroGlobal, 'locals' | 'redirect'>

function away({ locals, redirect }: Asked, to: '/sign-in' | '/sign-in/again'): Response {
  const here = inLang(locals.lang, locals.here.path) + locals.here.search
  return redirect(`${inLang(locals.lang, to)}?then=${encodeURIComponent(here)}`, 303)
}

/** null: go on. */
export function signInFirst(astro: Asked): Response | null {
  return astro.locals.person === null ? away(astro, '/sign-in') : null
}

/** For pages on which contacts are changed: a code from a mail, typed in within the last half hour. null: go on. */
export async function checkAgain(astro: AstroGlobal): Promise<Response | null> {
  const { person } = astro.locals
  if (person === null) return away(astro, '/sign-in')
  return (await app()).account.recentlyChecked(person) ? null : away(astro, '/sign-in/again')
}
