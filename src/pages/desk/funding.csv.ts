/** What ends with its money as a file: ?table=needs, areas or listings, with the choices of the page. */
import type { APIRoute } from 'astro'
import { app } from '../../app/app.ts'
import { csvFile } from '../_show/csv.ts'
import { signInFirst } from '../_show/gate.ts'

export const GET: APIRoute = async (context) => {
  const away = signInFirst(context)
  if (away) return away
  const { lang, person } = context.locals
  const directory = await app()
  const { searchParams } = context.url
  const file = await directory.funding.csv(person, searchParams, directory.base(context.url), lang)
  return csvFile(context, 'funding', file)
}
