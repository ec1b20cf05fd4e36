import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

/** Host names the site is reached by behind a proxy, read when it is built: "directory.example.org,www.example.org". */
const hosts = (process.env.SITE_HOSTS ?? '').split(',').filter(Boolean)

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  trailingSlash: 'never',
  prefetch: false,
  session: false,
  logger: { entrypoint: './src/app/site-log.mjs' },
  // Nothing is inlined: the one content security policy in src/app/headers.ts then needs no hash and no exception.
  vite: { build: { assetsInlineLimit: 0 } },
  build: { inlineStylesheets: 'never', assets: '_astro' },
  security: {
    // src/app/cross-site.ts does this for every kind of body: Astro's own would refuse the forms of browsers that, told
    // to send no referrer, say that their origin is "null".
    checkOrigin: false,
    allowedDomains: hosts.map((hostname) => ({ hostname })),
  },
})
