/** A report as a person reads it on a terminal. */
import type { Problem, Report } from './report.ts'

/** Problems printed; all of them are in `--json`. */
const SHOWN = 40

const n = (count: number): string => count.toLocaleString('en-GB')

export function sayReport(report: Report): string {
  if (report.state === 'refused') return `Nothing was changed. ${report.why ?? ''}`.trim()
  const { listings, located, missing, problems } = report
  const verb = report.state === 'planned' ? 'would be' : 'were'
  const lines = [
    `${report.source}: ${n(report.read)} rows read${report.state === 'planned' ? ' (a dry run: nothing was written)' : ''}.`,
    `  ${n(listings.added)} ${verb} added, ${n(listings.changed)} changed, ${n(listings.unchanged)} are as before.`,
  ]
  const left = [
    [listings.duplicate, 'repeated'],
    [listings.skipped, 'skipped by the profile'],
    [listings.refused, 'refused'],
  ] as const
  const said = left.filter(([count]) => count > 0).map(([count, word]) => `${n(count)} ${word}`)
  if (said.length) lines.push(`  ${said.join(', ')}.`)
  if (missing)
    lines.push(
      `  ${n(missing)} that this source had before are not in the file: marked missing, not deleted.`,
    )
  lines.push(
    `  On the map: ${n(located.exact)} exact, ${n(located.postcode)} by postcode, ${n(located.area)} by area, ${n(located.none)} without a point.`,
  )
  if (problems.length) lines.push('', ...sayProblems(problems))
  if (report.state === 'applied') lines.push('', `To take this back: npm run import -- undo ${report.run}`)
  return lines.join('\n')
}

/** Row numbers are those a spreadsheet shows: its first line is row 1. */
function sayProblems(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, SHOWN).map(({ row, field, value, problem, did }) => {
    const cell = value === '' ? '' : ` "${value.replace(/\s+/g, ' ')}"`
    return `  row ${row}, ${field || 'whole row'}:${cell} ${problem}; ${did}`
  })
  const more = problems.length - lines.length
  return [
    'Look at (the first line of the file is row 1):',
    ...lines,
    ...(more > 0 ? [`  and ${n(more)} more: see --json`] : []),
  ]
}
