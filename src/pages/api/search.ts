import type { APIRoute } from 'astro'
import { json, wrongParameter } from '../../app/answers.ts'
import { searchBody } from '../../app/api-search.ts'
import { app } from '../../app/app.ts'

export const GET: APIRoute = async ({ url, locals }) => {
  const house = await app()
  const read = house.read(url.searchParams)
  if (!read.ok) return wrongParameter(read, locals.lang)
  return json(searchBody(await house.find(read.query, locals.lang), house.base(url)))
}
