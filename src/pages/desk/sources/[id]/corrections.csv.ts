/** What people put right since, as a file for the publisher of a source. */
import type { APIRoute } from 'astro'
import { app } from '../../../../app/app.ts'
import { texts } from '../../../../text/texts.ts'
import { signInFirst } from '../../../_show/gate.ts'

export const GET: APIRoute = async (context) => {
  const away = signInFirst(context)
  if (away) return away
  const { lang, person } = context.locals
  const file = await (await app()).desk.sources.corrections(person, context.params['id'] ?? '')
  const keep = { 'cache-control': 'no-store' }
  if (file.is !== 'file') {
    const text = texts(lang)
    const refused = file.is === 'refused'
    return new Response(refused ? text.private.notYours : text.pages.errors.notFound, {
      status: refused ? 403 : 404,
      headers: { ...keep, 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  return new Response(file.csv, {
    headers: {
      ...keep,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '')}"`,
    },
  })
}
