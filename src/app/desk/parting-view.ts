/** The sources of a listing, to choose those that speak of something else. */
import { openListing } from '../../desk/open-listing.ts'
import { hides } from '../../listings/masked.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

export type PartingView = {
  id: string
  name: string
  revision: number
  sources: { value: string; label: string; hint: string }[]
  /** Names of listings that were made one with it: they come back with what they brought. */
  gone: string[]
  /** One of them keeps a place secret: parted, the other half shows what its own source says of it. */
  secret: boolean
}

export const partingDoor =
  (house: House) =>
  async (
    who: SignedIn | null,
    id: string,
    lang: Lang,
  ): Promise<{ is: 'shown'; view: PartingView } | { is: 'refused' } | { is: 'unknown' }> => {
    const found = await openListing(who, id, house)
    if (found.is !== 'listing') return found
    const { known, statements } = found
    const text = texts(lang)
    const all = await house.store.sources()
    const authors: { [author: string]: string } = text.pages.listing.authors
    const nameOf = (source: string) => all.find((it) => it.id === source)?.name ?? authors[source] ?? source
    const merges = await house.store.merges(known.listing.id)
    return {
      is: 'shown',
      view: {
        id: known.listing.id,
        name: known.listing.name,
        revision: known.listing.revision,
        sources: statements.map(({ source, fields }) => {
          const said = fields.name?.value ?? ''
          const parts = text.desk.matches.parting.fields(Object.keys(fields).length)
          return {
            value: source,
            label: nameOf(source),
            hint: said === '' ? parts : `${said}, ${parts}`,
          }
        }),
        gone: merges.map(({ name }) => name),
        secret: statements.some(({ fields }) => hides(fields.places?.value ?? [])),
      },
    }
  }
