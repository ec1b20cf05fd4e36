/** Profiles by name or by path, checked when they are read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { profile as schema, type Profile } from './profile.ts'
import { Refused, sayError } from './refused.ts'

/** `folder` holds the profiles that come with the program. Throws Refused, naming the file and the part that is wrong. */
export function loadProfile(nameOrPath: string, folder: string): Profile {
  const named = /^[a-z0-9-]+$/.test(nameOrPath) ? join(folder, `${nameOrPath}.json`) : nameOrPath
  if (!existsSync(named)) {
    const names = profileNames(folder).join(', ')
    throw new Refused(`There is no profile "${nameOrPath}". There are: ${names}; or give the path of a file.`)
  }
  let value: unknown
  try {
    value = JSON.parse(readFileSync(named, 'utf8'))
  } catch (error) {
    throw new Refused(`The profile ${basename(named)} is not whole JSON: ${sayError(error)}.`)
  }
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.join('.') || 'the whole file'
  throw new Refused(
    `The profile ${basename(named)} is wrong at "${where}": ${issue?.message ?? 'not as it should be'}.`,
  )
}

export const profileNames = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
