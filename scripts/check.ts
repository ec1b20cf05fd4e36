/** `npm run check`: types, the floors of the house, formatting. */
import { runTool, TOOLS } from './run.ts'

const steps: [string, () => Promise<number>][] = [
  ['types', () => runTool(TOOLS.tsc, ['--noEmit', '-p', '.'])],
  // Astro's checker for what tsc cannot read. It does not find the types of the browser tests: they are left to tsc.
  ['types of pages', () => runTool(TOOLS.astro, ['check', '--tsconfig', 'tsconfig.astro.json'])],
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
