import type { APIRoute } from 'astro'
import { json, wrongParameter } from '../../app/answers.ts'
import { app } from '../../app/app.ts'
import { readView, VIEW } from '../../app/map-view.ts'

export const GET: APIRoute = async ({ url, locals }) => {
  const house = await app()
  const read = house.read(url.searchParams, VIEW)
  if (!read.ok) return wrongParameter(read, locals.lang)
  const view = readView(url.searchParams, read.query)
  if (!view.ok) return wrongParameter(view, locals.lang)
  return json(
    await house.map({ ...read.query, bbox: view.inside }, view.box, view.zoom, locals.lang),
    'application/geo+json',
  )
}
