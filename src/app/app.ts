/** What pages and scripts ask of the program: the house with its doors. Built once a process. */
import { countable } from '../insight/tallies.ts'
import { senseOf } from '../search/phrase-list.ts'
import type { Box, Query } from '../search/query.ts'
import { readQuery, type ReadQuery } from '../search/read-query.ts'
import { choicesOf } from '../search/query.ts'
import type { Lang } from '../text/format.ts'
import { listingBody } from './api-listing.ts'
import { readConfig } from './config.ts'
import { editingDoors } from './editing/doors.ts'
import { find } from './find/find.ts'
import type { Found, Help } from './find/found.ts'
import { helpFor } from './find/help.ts'
import { noteSearch } from './find/note-search.ts'
import { spotOf } from './find/where.ts'
import { fundingDoors } from './funding/doors.ts'
import { groupsDoors } from './groups/doors.ts'
import { deskDoors } from './desk/doors.ts'
import { homeView } from './home-view.ts'
import { openHouse, type House } from './house.ts'
import { listingPage } from './listing-view.ts'
import { keepersDoors } from './keepers/doors.ts'
import { mailDoors } from './mail/doors.ts'
import { pieceOf, tilesOf } from './map-tiles.ts'
import { mapView } from './map-view.ts'
import { qualityView } from './quality-view.ts'
import { readiness } from './readiness.ts'
import { signInDoors } from './sign-in/doors.ts'
import { sourcesDoors } from './sources/doors.ts'
import { suggestions } from './suggest-view.ts'
import { umbrellaDoors } from './umbrellas/doors.ts'
import { workersDoors } from './workers/doors.ts'

export type App = Awaited<ReturnType<typeof doors>>

async function doors(house: House) {
  const choices = choicesOf(house.taxonomy.lists)
  return {
    ...signInDoors(house),
    groups: groupsDoors(house),
    ...mailDoors(house),
    keepers: keepersDoors(house),
    umbrellas: umbrellaDoors(house),
    workers: workersDoors(house),
    desk: deskDoors(house),
    funding: fundingDoors(house),
    sources: sourcesDoors(house),
    editing: editingDoors(house),
    site: house.site,
    now: house.now,
    taxonomy: house.taxonomy,
    tiles: await tilesOf(house.config, house.site),
    tilePiece: (range: string | null) => pieceOf(house.config.pmtiles, range),
    /** True while the directory is the invented one. */
    isDemo: async (): Promise<boolean> => (await house.store.fact('demonstration')) !== null,
    /** `extra`: parameters that belong to the address and not to the question. */
    read: (params: URLSearchParams, extra: readonly string[] = []): ReadQuery =>
      readQuery(params, { choices, extra }),
    find: (query: Query, lang: Lang) => find(house, query, lang),
    /** What to do where little or nothing was found; null: enough was. */
    help: (found: Found, lang: Lang) => helpFor(house, found, lang),
    /** Counts what was needed and not found; nothing of whoever asked. For the page that people search by, and no other. */
    noteSearch: async (found: Found, help: Help | null, headers: Headers): Promise<void> =>
      noteSearch(house, found, help, { spot: await spotOf(house, found.query, ''), headers }),
    map: (query: Query, box: Box, zoom: number, lang: Lang) => mapView(house, query, box, zoom, lang),
    suggest: (what: string, lang: Lang) => suggestions(house, what, lang),
    home: (lang: Lang) => homeView(house, lang),
    /** `shared`: by a link that was shared. Programs that look at it first, for a messenger's picture, are nobody. */
    listingPage: async (
      slug: string,
      lang: Lang,
      { shared, headers }: { shared: boolean; headers: Headers },
    ) => {
      const page = await listingPage(house, slug, lang)
      if (page.is === 'listing') house.looks.at(page.view.listing.id)
      if (page.is === 'listing' && shared && countable(headers)) house.looks.followed(page.view.listing.id)
      return page
    },
    listing: (id: string, lang: Lang, base: string) => listingBody(house, id, lang, base),
    quality: (lang: Lang) => qualityView(house, lang),
    ready: () => readiness(house),
    areas: () => house.areas(),
    towns: () => house.towns(),
    /** Public address of the site, without a slash at its end: from the setting, else as the browser asked. */
    base: (url: URL): string => (house.config.siteUrl ?? url.origin).replace(/\/$/, ''),
  }
}

let built: Promise<App> | null = null

/** Rejects, and may be asked again, where something it needs is not there yet. */
export function app(): Promise<App> {
  built ??= openHouse(readConfig(process.env))
    .then((house) => {
      house.keepUp()
      // Counted before anybody asks: it takes a fifth of a second.
      senseOf(house.taxonomy)([])
      return doors(house)
    })
    .catch((error: unknown) => {
      built = null
      throw error
    })
  return built
}
