/** Where the project lies, from the source tree and from the built copy alike: the folder of our package.json. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function isOurs(folder: string): boolean {
  const file = join(folder, 'package.json')
  return existsSync(file) && /"name":\s*"fingerpost"/.test(readFileSync(file, 'utf8'))
}

function find(folder: string): string {
  if (isOurs(folder)) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The folder of Fingerpost (with its package.json) was not found.')
  return find(parent)
}

export const ROOT = find(dirname(fileURLToPath(import.meta.url)))
export const inRoot = (...parts: string[]): string => join(ROOT, ...parts)
