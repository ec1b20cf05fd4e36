/**
 * The language of a page is in its address: "/cy/search" is "/search" in Welsh. Who asks is in their cookie. Pages read
 * both from `locals`.
 */
import { defineMiddleware } from 'astro:middleware'
import { app } from './app/app.ts'
import { FROM_HEADER } from './app/client-address.ts'
import { inLang, spoken } from './components/path.ts'
import { asOnePage } from './search/page-time.ts'

export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, url } = context
  if (locals.lang !== undefined) return next()
  const { lang, path } = spoken(url.pathname)
  locals.lang = lang
  // Our server says it (app/server.ts); while the site is being built there is no such server.
  locals.from = context.request.headers.get(FROM_HEADER) ?? context.clientAddress
  locals.person = null
  locals.here = { path, search: url.search }
  if (url.pathname === '/en' || url.pathname.startsWith('/en/'))
    return context.redirect(inLang('en', url.pathname.slice(3) || '/') + url.search, 301)
  if (context.request.headers.has('cookie')) locals.person = await (await app()).who(context.request.headers)
  const response = await asOnePage(() => (lang === 'en' ? next() : next(path + url.search)))
  // A page made for one person is nobody else's, nor the "back" button's after they have signed out.
  if (locals.person !== null) response.headers.set('cache-control', 'no-store')
  return response
})
