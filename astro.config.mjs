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
    checkOrigin: true,
    allowedDomains: hosts.map((hostname) => ({ hostname })),
  },
})
