/** Umbrella bodies are made by administrators, on a page or by `npm run people`. */
import { z } from 'zod'
import { webAddress } from '../../listings/listing.ts'
import type { Umbrella } from '../../store/umbrellas/umbrella.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { mayHere } from '../roles.ts'
import type { SignedIn } from '../signed-in.ts'

export const newUmbrella = z.object({
  name: z.string().trim().min(2).max(200),
  website: z.union([z.literal('').transform(() => null), z.null(), webAddress]),
})
export type NewUmbrella = z.infer<typeof newUmbrella>

/** `who`: "command" is the command line of the server, which may. */
export async function makeUmbrella(
  who: SignedIn | 'command' | null,
  { name, website }: NewUmbrella,
  { store, now, newId }: Pick<Workshop, 'store' | 'now' | 'newId'>,
): Promise<{ is: 'saved'; umbrella: Umbrella } | { is: 'refused' }> {
  const role = who === 'command' ? null : mayHere(who, 'give-roles')
  if (who === null || (who !== 'command' && role === null)) return { is: 'refused' }
  const at = now().toISOString()
  const umbrella: Umbrella = { id: newId(), name, website, madeAt: at }
  await store.act(async (act) => {
    await act.umbrellas.put(umbrella)
    await act.audit({
      id: newId(),
      at,
      person: who === 'command' ? null : who.person,
      role,
      did: 'made-umbrella',
      listing: null,
      group: null,
      about: umbrella.id,
    })
  })
  return { is: 'saved', umbrella }
}
