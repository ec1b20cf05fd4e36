/** What was needed and not found as a file: ?table=need, kind, area or week, with the choices of the page. */
import type { APIRoute } from 'astro'
import { app } from '../../app/app.ts'
import { csvFile } from '../_show/csv.ts'
import { signInFirst } from '../_show/gate.ts'

export const GET: APIRoute = async (context) => {
  const away = signInFirst(context)
  if (away) return away
  const { lang, person } = context.locals
  const file = await (await app()).desk.gaps.csv(person, context.url.searchParams, lang)
  return csvFile(context, 'gaps', file)
}
