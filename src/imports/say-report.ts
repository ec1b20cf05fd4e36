/** A report as a person reads it on a terminal. */
import type { Problem, Report } from './report.ts'

/** Problems printed; all of them are in `--json`. */
const SHOWN = 40

const n = (count: number): string => count.toLocaleString('en-GB')

export function sayReport(report: Report): string {
  if (report.state === 'refused') return `Nothing was changed. ${report.why ?? ''}`.trim()
  const { source, read, state, missing, problems, run, grants, register } = report
  const lines = [
    `${source}: ${n(read)} rows read${state === 'planned' ? ' (a dry run: nothing was written)' : ''}.`,
    ...(grants === null && register === null ? sayListings(report) : []),
    ...(grants === null ? [] : sayGrants(grants, report.listings)),
    ...(register === null ? [] : sayRegister(register, report)),
  ]
  if (missing)
    lines.push(
      `  ${n(missing)} that this source had before are not in the file: marked missing, not deleted.`,
    )
  if (problems.length) lines.push('', ...sayProblems(problems))
  if (state === 'applied') lines.push('', `To take this back: npm run import -- undo ${run}`)
  return lines.join('\n')
}

function sayListings(report: Report): string[] {
  const { listings, located } = report
  const verb = report.state === 'planned' ? 'would be' : 'were'
  return [
    `  ${n(listings.added)} ${verb} added, ${n(listings.changed)} changed, ${n(listings.unchanged)} are as before.`,
    ...sayLeft(listings, 'skipped by the profile'),
    `  On the map: ${n(located.exact)} exact, ${n(located.postcode)} by postcode, ${n(located.area)} by area, ${n(located.none)} without a point.`,
  ]
}

/** Rows that came to nothing; null: skipping says nothing here. */
function sayLeft({ duplicate, skipped, refused }: Report['listings'], skipping: string | null): string[] {
  const left = [
    [duplicate, 'repeated'],
    [skipping === null ? 0 : skipped, skipping],
    [refused, 'refused'],
  ] as const
  const said = left.filter(([count]) => count > 0).map(([count, word]) => `${n(count)} ${word}`)
  return said.length > 0 ? [`  ${said.join(', ')}.`] : []
}

function sayGrants(grants: NonNullable<Report['grants']>, listings: Report['listings']): string[] {
  const { live, individuals, matched_by_id, suggested_by_name, unmatched } = grants
  return [
    `  Live: ${n(live)}. To people: ${n(individuals)}; nothing of them is kept.`,
    `  Of groups here, by number: ${n(matched_by_id)}. Perhaps, by name: ${n(suggested_by_name)}; the desk is asked. Of nobody here: ${n(unmatched)}.`,
    ...sayLeft(listings, null),
  ]
}

function sayRegister(register: NonNullable<Report['register']>, report: Report): string[] {
  const { matched, removed, merged, signals } = register
  return [
    `  ${n(matched)} are of groups here. ${n(removed)} left the register, ${n(merged)} went on as another: ${n(signals)} signals.`,
    ...(report.listings.added + report.listings.changed > 0
      ? sayListings(report)
      : sayLeft(report.listings, null)),
  ]
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
