/** The language of a page is in its address: "/cy/search" is "/search" in Welsh. Pages read it from `locals`. */
import { defineMiddleware } from 'astro:middleware'
import { inLang, spoken } from './components/path.ts'

export const onRequest = defineMiddleware((context, next) => {
  if (context.locals.lang !== undefined) return next()
  const { lang, path } = spoken(context.url.pathname)
  context.locals.lang = lang
  context.locals.person = null
  context.locals.here = { path, search: context.url.search }
  if (context.url.pathname === '/en' || context.url.pathname.startsWith('/en/')) {
    return context.redirect(inLang('en', context.url.pathname.slice(3) || '/') + context.url.search, 301)
  }
  return lang === 'en' ? next() : next(path + context.url.search)
})
