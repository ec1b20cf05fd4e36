/** What the desk's pages ask for, and what they can do. */
import { decide } from '../../desk/decide.ts'
import type { DecisionGiven } from '../../desk/decision.ts'
import { openMatter } from '../../desk/open-matter.ts'
import { nextAfter, queues, type Whose } from '../../desk/queues.ts'
import { take } from '../../desk/take.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { sourcesPages } from '../sources/pages.ts'
import { listingDoor } from './listing-view.ts'
import { noticeDoors } from './notice-doors.ts'
import { peopleDoors } from './people-doors.ts'
import { gapsDoors } from './gaps-view.ts'
import { qualityDoor } from './quality-door.ts'
import { recordDoor } from './record-door.ts'
import { reportDoor } from './report-door.ts'
import { partListing, type PartGiven } from '../../desk/match/part.ts'
import { partingDoor } from './parting-view.ts'
import { othersOf } from './others-of.ts'
import { pairView, type PairView } from './pair-view.ts'
import { matterView, queuesOf, rowOf, type MatterView, type QueueView, type Row } from './views.ts'

type Who = SignedIn | null
type Asked<T> = (T & { is: 'shown' }) | { is: 'refused' } | { is: 'unknown' }

export function deskDoors(house: House) {
  return {
    report: reportDoor(house),
    notices: noticeDoors(house),
    people: peopleDoors(house),
    listing: listingDoor(house),
    sources: sourcesPages(house),
    record: recordDoor(house),
    quality: qualityDoor(house),
    gaps: gapsDoors(house),
    async queues(
      who: Who,
      asked: { whose: Whose; kind?: string },
      lang: Lang,
    ): Promise<Asked<{ rows: Row[]; queues: QueueView[] }>> {
      const found = await queues(who, asked, house)
      if (found.is === 'refused' || who === null) return { is: 'refused' }
      const text = texts(lang)
      const now = house.now()
      const others = await othersOf(
        house,
        found.rows.map(({ matter }) => matter),
      )
      return {
        is: 'shown',
        rows: found.rows.map((it) => {
          const other = others.get(it.matter.id) ?? null
          return rowOf(it, { person: who.person, other }, now, text)
        }),
        queues: queuesOf(found.queues, text),
      }
    },
    async matter(
      who: Who,
      id: string,
      lang: Lang,
    ): Promise<Asked<{ view: MatterView & { pair: PairView | null } }>> {
      await house.notices.refresh()
      const found = await openMatter(who, id, house)
      if (found.is !== 'matter' || who === null) return found.is === 'matter' ? { is: 'refused' } : found
      const pair = await pairView(house, who, found.matter, lang)
      if (pair === 'refused') return { is: 'refused' }
      return { is: 'shown', view: { ...matterView(house, found, who.person, lang), pair } }
    },
    decide: (who: Who, given: DecisionGiven) => decide(who, given, house),
    parting: partingDoor(house),
    part: (who: Who, given: PartGiven) => partListing(who, given, house),
    take: (who: Who, matter: string, back: boolean) => take(who, { matter, back }, house),
    next: (who: Who, kind: string) => nextAfter(who, kind, house),
  }
}
