/** What a measurement gives: figures beside their goals, with the machine they were taken on. */
import { cpus, totalmem } from 'node:os'

export type BenchRow = { what: string; figure: number; unit: string; goal: string; ratio?: string }
export type BenchResult = { name: string; machine: string; rows: BenchRow[] }

export function machine(): string {
  const [first] = cpus()
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`
}

export function asTable(result: BenchResult): string {
  const lines = result.rows.map((row) => [
    row.what,
    `${row.figure.toLocaleString('en-GB', { maximumFractionDigits: 2 })} ${row.unit}`,
    row.goal,
    row.ratio ?? '',
  ])
  const all = [['what', 'figure', 'goal', 'beside'], ...lines]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  const drawn = all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [`${result.name}: ${result.machine}`, ...drawn, ''].join('\n')
}
