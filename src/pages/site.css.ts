/** The deployment's own colours (data/site.json) over the style sheet's: linked last. */
import type { APIRoute } from 'astro'
import { app } from '../app/app.ts'

const block = (colours: Record<string, string | undefined> = {}): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')

export const GET: APIRoute = async () => {
  const { light, dark } = (await app()).site.colours
  const css = `:root{${block(light)}}@media(prefers-color-scheme:dark){:root{${block(dark)}}}`
  return new Response(css, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' },
  })
}
