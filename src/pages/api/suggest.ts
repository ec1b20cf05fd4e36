import type { APIRoute } from 'astro'
import { json, wrongParameter } from '../../app/answers.ts'
import { app } from '../../app/app.ts'

export const GET: APIRoute = async ({ url, locals }) => {
  const house = await app()
  const other = [...url.searchParams.keys()].find((name) => name !== 'what')
  if (other !== undefined)
    return wrongParameter({ parameter: other.slice(0, 40), problem: 'unknown' }, locals.lang)
  const read = house.read(url.searchParams)
  if (!read.ok) return wrongParameter(read, locals.lang)
  return json({ suggestions: await house.suggest(read.query.what, locals.lang) })
}
