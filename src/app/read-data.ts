/** Reads a JSON file that an officer may change, checks it, and says which file and which part of it is wrong. */
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { inRoot } from './root.ts'

export class BadData extends Error {}

/** `path` is relative to the project's folder. Throws BadData with one sentence. */
export function readData<T>(path: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(inRoot(path), 'utf8'))
  } catch (error) {
    throw new BadData(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new BadData(
    `${path}: "${issue?.path.join('.') || 'the whole file'}" ${issue?.message ?? 'is not as it should be'}.`,
  )
}
