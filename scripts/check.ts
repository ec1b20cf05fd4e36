/** `npm run check`: types, the floors of the house, formatting. */
import { runTool, TOOLS } from './run.ts'

const steps: [string, () => Promise<number>][] = [
  ['types', () => runTool(TOOLS.astro, ['check', '--minimumFailingSeverity', 'warning'])],
  ['architecture', () => runTool(TOOLS.vitest, ['run', 'tests/architecture.test.ts'])],
  ['formatting', () => runTool(TOOLS.prettier, ['--check', '--log-level', 'warn', '.'])],
]

const failed: string[] = []
for (const [name, step] of steps) if ((await step()) !== 0) failed.push(name)
process.stdout.write(
  failed.length === 0
    ? 'Types, architecture and formatting are right.\n'
    : `Not right: ${failed.join(', ')}.\n`,
)
process.exit(failed.length === 0 ? 0 : 1)
