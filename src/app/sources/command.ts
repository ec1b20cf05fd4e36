/** What somebody types to read a source that this site cannot read by itself. */
import type { Source } from '../../store/store.ts'

/** Kinds that a profile reads: their files are named with it. */
const WITH_PROFILE = ['spreadsheet', 'geojson']

export function commandFor({ id, kind, arranged }: Source): string {
  if (kind === 'open-referral') return `npm run import -- --feed ADDRESS --source ${id}`
  if (WITH_PROFILE.includes(kind))
    return `npm run import -- FILE --profile ${arranged?.profile ?? id} --source ${id}`
  return `npm run import -- FILE --as ${kind} --source ${id}`
}
