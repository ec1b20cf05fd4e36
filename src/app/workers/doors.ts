/** What pages ask on behalf of link workers. Whether somebody may is decided in the use cases, not here. */
import { londonMoment } from '../../listings/clock.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { liveGrants, mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { rang } from '../../upkeep/rang.ts'
import type { Rung } from '../../upkeep/rung.ts'
import { alikeSaid, feedbackSaid } from '../../workers/feedback.ts'
import { hintsFor, type Hints } from '../../workers/hints.ts'
import { answerWorkers, endNote, toldWorkers, writeNote } from '../../workers/notes.ts'
import { point } from '../../workers/pointed.ts'
import { takeTurn } from '../../workers/ring.ts'
import { sealWith } from '../../workers/sealed.ts'
import { forgetSearch, saveSearch, searchesFor, type Searching } from '../../workers/searches.ts'
import { districtOf, noteUnmet, type UnmetGiven } from '../../workers/unmet.ts'
import type { House } from '../house.ts'
import { keepSecret } from '../secret.ts'
import { feedbackOf } from './alike.ts'
import { pictureOf, savedAddress } from './picture.ts'
import { privatePage } from './private-view.ts'
import { ringList } from './ring-view.ts'

/** The house with what saved searches need: the key is read when the first one is. */
export function searchingIn(house: House): Searching {
  return { ...house, seal: sealWith(keepSecret(house.config).secret), picture: pictureOf(house) }
}

export function workersDoors(house: House) {
  let made: Searching | null = null
  const searching = () => (made ??= searchingIn(house))
  return {
    /** Whether the pages of link workers are theirs. */
    mayUse: (who: SignedIn | null): boolean => mayHere(who, 'ring-round') !== null,
    /** Codes and beginnings of postcodes they look after; null: the whole directory. */
    areas: (who: SignedIn | null): string[] | null => areasOf(who),
    page: (who: SignedIn | null, listing: string, lang: Lang) => privatePage(house, who, listing, lang),
    rang: (who: SignedIn | null, rung: Rung) => rang(who, rung, house),
    point: (who: SignedIn | null, given: { listing: string; back: boolean }) => point(who, given, house),
    writeNote: (who: SignedIn | null, given: { listing: string; words: string; until: string }) =>
      writeNote(who, given, house),
    endNote: (who: SignedIn | null, note: string) => endNote(who, { note }, house),
    /** The sentence of a group for link workers, for its own page. */
    told: (who: SignedIn | null, listing: string) => toldWorkers(who, listing, house),
    answer: (who: SignedIn | null, given: { listing: string; words: string }) =>
      answerWorkers(who, given, house),
    /** Beside each result, by its id; empty for everybody who is no link worker. */
    hints: async (who: SignedIn | null, ids: readonly string[]): Promise<Map<string, Hints>> =>
      mayHere(who, 'ring-round') === null
        ? new Map()
        : hintsFor(who, await house.listings(ids), house.site.funding, house),
    /** "9 people were pointed to you this month. 4 listings like yours are full."; null: no such listing. */
    feedback: async (listing: string, lang: Lang): Promise<string | null> => {
      const [known] = await house.store.listings([listing])
      return known === undefined ? null : feedbackSaid(await feedbackOf(house, known), texts(lang))
    },
    /** What a group's own page says of link workers: how listings like it fare, and what it tells them. */
    forGroup: async (who: SignedIn | null, listing: string, lang: Lang) => {
      const [known] = await house.store.listings([listing])
      if (known === undefined) return null
      const told = await toldWorkers(who, listing, house)
      const alike = alikeSaid(await feedbackOf(house, known), texts(lang))
      return { alike, now: told.is === 'told' ? told.now : null }
    },
    ring: (who: SignedIn | null, lang: Lang, shown?: number) => ringList(house, who, lang, shown),
    take: (who: SignedIn | null, given: { listing: string; free: boolean }) => takeTurn(who, given, house),
    searches: (who: SignedIn | null) => searchesFor(who, searching()),
    /** An address as it would be saved; null: it is no search. */
    savedAddress: (address: string) => savedAddress(house, address),
    saveSearch: (who: SignedIn | null, { name, address }: { name: string; address: string }) =>
      saveSearch(who, { name, address: savedAddress(house, address) ?? '\0' }, searching()),
    forgetSearch: (who: SignedIn | null, search: string) => forgetSearch(who, { search }, house),
    needs: (lang: Lang) =>
      house.taxonomy.lists.needs
        .map(({ id }) => ({ id, label: labelOf(house.taxonomy, 'needs', id, lang) ?? id }))
        .sort((a, b) => a.label.localeCompare(b.label, lang)),
    unmet: (who: SignedIn | null, given: UnmetGiven) => noteUnmet(who, given, house),
    /** The way back to a search, so that a redirect does not carry what was searched for; null: it is no search. */
    closedAddress(address: string): string | null {
      const saved = savedAddress(house, address)
      return saved === null || saved === '' ? null : searching().seal.close(saved)
    },
    openedAddress: (closed: string): string | null => searching().seal.open(closed),
    /** What was noted, in words; null: no such need. */
    noted(given: { need: string; kind: string; where: string }, lang: Lang) {
      const need = labelOf(house.taxonomy, 'needs', given.need, lang)
      const kind = labelOf(house.taxonomy, 'kinds', given.kind, lang) ?? ''
      return need === null ? null : { need, kind, area: districtOf(given.where) ?? '' }
    },
    today: (): string => londonMoment(house.now()).day,
  }
}

function areasOf(who: SignedIn | null): string[] | null {
  const grants = liveGrants(who).filter(
    ({ role }) => role === 'link-worker' || role === 'desk' || role === 'administrator',
  )
  if (grants.some(({ scope }) => scope === null)) return null
  return [...new Set(grants.flatMap(({ scope }) => scope ?? []))]
}
