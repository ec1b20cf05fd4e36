/** Reports of letters that came back, from a mail server or its provider, with a secret. */
import type { APIRoute } from 'astro'
import { json, problem } from '../../app/answers.ts'
import { app } from '../../app/app.ts'

export const POST: APIRoute = async ({ request, locals }) => {
  const { bounces } = (await app()).mail
  const answer = await bounces(request.headers, () => request.text(), locals.lang)
  return answer.is === 'taken' ? json(answer.taken) : problem(answer.status, answer.detail, answer.parameter)
}
