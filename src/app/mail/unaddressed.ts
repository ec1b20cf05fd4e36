/** What went wrong, for a log: without any mail address, and not longer than a line. */
const LONGEST = 200

export function unaddressed(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return said
    .replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…')
    .replaceAll(/\s+/g, ' ')
    .slice(0, LONGEST)
}
