/** All rows of a register's files as they are understood. */
import type { Register, RegisterEntry } from '../../../src/freshness/register-entry.ts'
import { unpacked } from '../../../src/imports/reading/unzip.ts'
import { openKind } from '../../../src/imports/registers/kinds.ts'
import type { RegisterMeaning } from '../../../src/imports/registers/meaning.ts'

export async function read(kind: Register, ...paths: string[]): Promise<RegisterMeaning[]> {
  const input = await unpacked(paths)
  try {
    const found: RegisterMeaning[] = []
    for (const { batches } of await openKind(kind, input.paths))
      for await (const batch of batches) found.push(...batch.map((one) => one.read()))
    return found
  } finally {
    await input.remove()
  }
}
export const entry = (one: RegisterMeaning | undefined): RegisterEntry | undefined =>
  one?.is === 'entry' ? one.entry : undefined
