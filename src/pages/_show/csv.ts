/** A file of figures for whoever is allowed to read it. */
import type { APIContext } from 'astro'
import { texts } from '../../text/texts.ts'

/** `file`: null where it is not theirs, which is said with 403. `name`: of the file, without `.csv`. */
export function csvFile({ locals }: APIContext, name: string, file: string | null): Response {
  const keep = { 'cache-control': 'no-store' }
  if (file === null)
    return new Response(texts(locals.lang).private.notYours, {
      status: 403,
      headers: { ...keep, 'content-type': 'text/plain; charset=utf-8' },
    })
  return new Response(file, {
    headers: {
      ...keep,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
