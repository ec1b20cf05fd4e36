import type { APIRoute } from 'astro'
import { json, problem } from '../../../app/answers.ts'
import { app } from '../../../app/app.ts'

export const GET: APIRoute = async ({ params, url, locals }) => {
  const house = await app()
  const answer = await house.listing(params.id ?? '', locals.lang, house.base(url))
  if (answer === 'unknown') return problem(404, 'There is no listing with this id.')
  if (answer === 'erased') return problem(410, 'This listing was taken away for good.')
  return json(answer)
}
