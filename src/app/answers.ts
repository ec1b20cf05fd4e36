/** JSON as the API answers it: plain, open to other sites, and errors as problem+json that name what to change. */

import type { Lang } from '../text/format.ts'
import { texts } from '../text/texts.ts'

/** Anybody may read the directory from a page of theirs; what was searched is nobody else's to keep. */
const OPEN = { 'access-control-allow-origin': '*', 'cache-control': 'private, max-age=0' }

export function json(value: unknown, type = 'application/json'): Response {
  return new Response(JSON.stringify(value), {
    headers: { ...OPEN, 'content-type': `${type}; charset=utf-8` },
  })
}

/** RFC 9457. `detail` is a sentence a person can act on; `parameter` names what is wrong. */
export function problem(status: number, detail: string, parameter?: string): Response {
  const title =
    status === 400
      ? 'A parameter is wrong'
      : status === 404
        ? 'Not found'
        : status === 410
          ? 'Gone'
          : 'Not answered'
  return new Response(
    JSON.stringify({
      type: 'about:blank',
      title,
      status,
      detail,
      ...(parameter === undefined ? {} : { parameter }),
    }),
    {
      status,
      headers: { ...OPEN, 'content-type': 'application/problem+json; charset=utf-8' },
    },
  )
}

type Wrong = { parameter: string; problem: keyof ReturnType<typeof texts>['finding']['problems'] }

/** 400, naming the parameter and what is wrong with it. */
export const wrongParameter = ({ parameter, problem: what }: Wrong, lang: Lang): Response =>
  problem(400, texts(lang).finding.problems[what](parameter), parameter)
