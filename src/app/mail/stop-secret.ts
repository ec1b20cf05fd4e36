/** What links that end a kind of letter are signed with: made once, and kept in the store, which all processes share. */
import { randomBytes } from 'node:crypto'
import type { Store } from '../../store/store.ts'

const NAME = 'stop-secret'

export async function stopSecret(store: Store): Promise<string> {
  const known = await store.fact(NAME)
  if (known !== null) return known
  return store.act(async (act) => {
    const meanwhile = await act.fact(NAME)
    if (meanwhile !== null) return meanwhile
    const made = randomBytes(32).toString('base64url')
    await act.setFact(NAME, made)
    return made
  })
}
