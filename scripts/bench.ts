/** `npm run bench [-- NAME]`: measurements, as a table and as bench/results/NAME.json. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { inRoot } from '../src/app/root.ts'
import type { BenchResult } from '../bench/result.ts'
import { asTable } from '../bench/result.ts'

const there = readdirSync(inRoot('bench'))
  .filter((file) => /^[a-z-]+\.ts$/.test(file) && !['result.ts', 'generate.ts'].includes(file))
  .map((file) => file.slice(0, -3))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !there.includes(name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no measurement called ${unknown.join(', ')}. There are: ${there.join(', ')}.\n`,
  )
  process.exit(2)
}
mkdirSync(inRoot('bench', 'results'), { recursive: true })
for (const name of asked.length > 0 ? asked : there) {
  const { run } = (await import(`../bench/${name}.ts`)) as { run: () => Promise<BenchResult> }
  const result = await run()
  writeFileSync(inRoot('bench', 'results', `${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
  process.stdout.write(`${asTable(result)}\n`)
}
