import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    globalSetup: ['tests/global-setup.ts'],
    // Of two processors one would stand idle by default; most tests wait for a database or a program they started.
    maxWorkers: Math.max(2, availableParallelism()),
    // Generous: they end what hangs and measure nothing, and files run beside each other.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
