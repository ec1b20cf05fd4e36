/** What ends with its money as a file: ?table=needs, areas or listings, with the choices of the page. */
import type { APIRoute } from 'astro'
import { app } from '../../app/app.ts'
import { texts } from '../../text/texts.ts'
import { signInFirst } from '../_show/gate.ts'

export const GET: APIRoute = async (context) => {
  const away = signInFirst(context)
  if (away) return away
  const { lang, person } = context.locals
  const directory = await app()
  const { searchParams } = context.url
  const file = await directory.funding.csv(person, searchParams, directory.base(context.url), lang)
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
      'content-disposition': 'attachment; filename="funding.csv"',
    },
  })
}
