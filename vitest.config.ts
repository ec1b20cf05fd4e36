import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** These take a minute or more: begun first, so that at the end no processor stands idle beside one of them. */
const LONG =
  /tests.(crash|hostile.fuzz|contracts.search|search.(never-down-site|meilisearch-sync|sync-command))\b/

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    globalSetup: ['tests/global-setup.ts'],
    // Of two processors one would stand idle by default; most tests wait for a database or a program they started.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongOnesFirst },
    // Generous: they end what hangs and measure nothing, and files run beside each other.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
