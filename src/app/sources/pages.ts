/** What the desk's pages on sources and runs ask for. */
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import type { House } from '../house.ts'
import { correctionsAsked } from './corrections.ts'
import { decideDraftsOf, draftsPage } from './drafts-view.ts'
import { sourceList } from './list-view.ts'
import { runPage } from './run-view.ts'
import { takeBack, takingBack } from './stays.ts'
import { sourcePage } from './source-view.ts'

export const sourcesPages = (house: House) => ({
  list: (who: SignedIn | null, lang: Lang) => sourceList(house, who, lang),
  one: (who: SignedIn | null, asked: { source: string; page: number }, lang: Lang) =>
    sourcePage(house, who, asked, lang),
  run: (who: SignedIn | null, asked: { run: string; part: string; page: number }, lang: Lang) =>
    runPage(house, who, asked, lang),
  takingBack: (who: SignedIn | null, run: string, lang: Lang) => takingBack(house, who, run, lang),
  takeBack: (who: SignedIn | null, run: string) => takeBack(house, who, run),
  drafts: (who: SignedIn | null, asked: { source: string; after: number }, lang: Lang) =>
    draftsPage(house, who, asked, lang),
  decideDrafts: (
    who: SignedIn | null,
    given: { source: string; listings: readonly string[]; publish: boolean },
  ) => decideDraftsOf(house, who, given),
  corrections: (who: SignedIn | null, source: string) => correctionsAsked(house, who, source),
})
