/** Whether somebody signed in presses more than people do: see "work" in people/limits.ts. */
import type { AstroGlobal } from 'astro'
import type { App } from '../../app/app.ts'
import { tooOften } from './too-often.ts'

/** null: go on. Else the page is answered 429, and says when to come back. */
export async function tooMuch(
  astro: AstroGlobal,
  { limited }: Pick<App, 'limited'>,
): Promise<{ retryAfter: number } | null> {
  const { person, from } = astro.locals
  if (astro.request.method !== 'POST' || person === null) return null
  const often = await limited('work', from, undefined, person.person)
  return tooOften(astro, often) ? often : null
}
