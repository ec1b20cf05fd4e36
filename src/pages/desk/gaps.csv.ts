/** What was needed and not found as a file: ?table=need, kind, area or week, with the choices of the page. */
import type { APIRoute } from 'astro'
import { app } from '../../app/app.ts'
import { texts } from '../../text/texts.ts'
import { signInFirst } from '../_show/gate.ts'

export const GET: APIRoute = async (context) => {
  const away = signInFirst(context)
  if (away) return away
  const { lang, person } = context.locals
  const file = await (await app()).desk.gaps.csv(person, context.url.searchParams, lang)
  const keep = { 'cache-control': 'no-store' }
  if (file === null)
    return new Response(texts(lang).private.notYours, {
      status: 403,
      headers: { ...keep, 'content-type': 'text/plain; charset=utf-8' },
    })
  return new Response(file, {
    headers: {
      ...keep,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="gaps.csv"',
    },
  })
}
