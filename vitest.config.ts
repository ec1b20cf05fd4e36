import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    globalSetup: ['tests/global-setup.ts'],
    // Generous: they end what hangs and measure nothing, and files run beside each other.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
