/** The country's outline under the map. */
import { readFileSync } from 'node:fs'
import type { APIRoute } from 'astro'
import { inRoot } from '../../app/root.ts'

let outline: string | null = null

export const GET: APIRoute = () => {
  outline ??= readFileSync(inRoot('data', 'outline', 'uk-50m.json'), 'utf8')
  return new Response(outline, {
    headers: { 'content-type': 'application/geo+json', 'cache-control': 'public, max-age=86400' },
  })
}
