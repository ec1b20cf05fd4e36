/** The desk's own page on quality: how it keeps up, and how many answer. */
import { answered, DECIDED_DAYS, keepingUp, type KeepingUp } from '../../desk/keeping-up.ts'
import { KINDS } from '../../desk/kinds.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { pressureView, type PressureView } from './pressure-view.ts'

/** Asks of so many days are counted. */
const ASKED_DAYS = 90
const DAY_MS = 86_400_000
/** Matters read at most. */
const READ_MAX = 5000

export type DeskQuality = {
  kinds: (KeepingUp & { name: string })[]
  asks: { asked: number; answered: number }
  days: { decided: number; asked: number }
  pressure: PressureView
}

export const qualityDoor =
  (house: House) =>
  async (who: SignedIn | null, lang: Lang): Promise<({ is: 'shown' } & DeskQuality) | { is: 'refused' }> => {
    if (mayHere(who, 'see-trends') === null) return { is: 'refused' }
    const now = house.now()
    const { store } = house
    const matters = await Promise.all([
      store.matters.list({ state: 'open' }, { limit: READ_MAX }),
      store.matters.list({ state: 'decided' }, { limit: READ_MAX, newestFirst: true }),
    ])
    const counted = keepingUp(matters.flat(), now)
    const names = texts(lang).desk.kinds
    const none = { open: 0, late: 0, decided: 0, inTime: 0 }
    const since = new Date(now.getTime() - ASKED_DAYS * DAY_MS).toISOString()
    return {
      is: 'shown',
      kinds: Object.keys(KINDS).map((kind) => ({
        ...none,
        ...counted.find((it) => it.kind === kind),
        kind,
        name: names[kind] ?? kind,
      })),
      asks: answered(await store.asked(since), now),
      days: { decided: DECIDED_DAYS, asked: ASKED_DAYS },
      pressure: await pressureView(house, lang),
    }
  }
