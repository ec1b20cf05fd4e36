/** The way in: whoever is not signed in is asked to be, and comes back to where they were going. */
import type { AstroGlobal } from 'astro'
import { inLang } from '../../components/path.ts'

/** null: go on. */
export function signInFirst({ locals, redirect }: AstroGlobal): Response | null {
  if (locals.person !== null) return null
  const to = inLang(locals.lang, locals.here.path) + locals.here.search
  return redirect(`${inLang(locals.lang, '/sign-in')}?then=${encodeURIComponent(to)}`, 303)
}
