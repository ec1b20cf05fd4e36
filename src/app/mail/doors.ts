/** What pages ask about letters. */
import { isStuck } from '../../mail/trouble.ts'
import { readStopToken } from '../../mail/stop-token.ts'
import type { House } from '../house.ts'
import type { Lang } from '../../text/format.ts'
import { takeRequest } from './bounce-door.ts'
import { isDevelopment } from './development.ts'
import { letterFile, letterFiles } from './letter-files.ts'
import { stopSecret } from './stop-secret.ts'

type MailHouse = Pick<House, 'config' | 'store' | 'site' | 'now'>

/** Whether no letter goes out just now: for the sign-in page. */
export async function mailTrouble({ store, now }: Pick<House, 'store' | 'now'>): Promise<boolean> {
  return isStuck(await store.mail.state(now()), now())
}

export function mailDoors(house: MailHouse) {
  const { config, store, now } = house
  const which = async (token: string) => readStopToken(token, await stopSecret(store))
  return {
    isDevelopment: () => isDevelopment(config),
    mailTrouble: () => mailTrouble(house),
    mail: {
      bounces: (headers: Headers, read: () => Promise<string>, lang: Lang) =>
        takeRequest(house, headers, read, lang),
      /** Letters in the folder; null: this is no development. */
      letters: () => (isDevelopment(config) ? letterFiles(config) : null),
      letter: async (name: string) => (isDevelopment(config) ? letterFile(config, name) : null),
      /** Whether the token is one of ours, and whether its letters are stopped; null: it is none of ours. */
      async stopped(token: string): Promise<boolean | null> {
        const found = await which(token)
        return found === null ? null : store.mail.isStopped(found)
      },
      /** False: the token is none of ours. */
      async stop(token: string, wish: 'stop' | 'again'): Promise<boolean> {
        const found = await which(token)
        if (found === null) return false
        await store.act((act) =>
          wish === 'stop' ? act.stop({ ...found, at: now().toISOString() }) : act.unstop(found),
        )
        return true
      },
    },
  }
}
