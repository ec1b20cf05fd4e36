/** Answer links as letters carry them, made in the store of the running site. */
import { join } from 'node:path'
import { newToken } from '../../src/store/once.ts'
import { openStore } from '../../src/store/open.ts'
import type { Known } from '../../src/store/store.ts'
import { makeAnswerLink } from '../../src/upkeep/answer-link.ts'
import { readDemo } from '../../src/app/demo/load.ts'
import { listingFields } from '../../src/listings/listing.ts'

const dataDir = () => process.env.BROWSER_TEST_DATA ?? ''

/** Other specs look at the first groups: these begin further on. */
const NOT_OURS = 28

/** Groups of the demonstration with at least two listings: each test takes one of its own, by its place. */
const GROUPS = readDemo()
  .filter(({ listings }) => listings.filter(({ status }) => status === 'published').length >= 2)
  .slice(NOT_OURS)

export type Letter = { path: string; listings: Known[]; group: string }

/** A listing of which the end of its funding is known, with sessions on several days. */
export const FUNDED_GROUP = GROUPS.findIndex(({ listings }) => {
  const [first] = listings
  return first?.funding?.until_in_days !== undefined && first.sessions.length > 1
})

/** A link for the first listings of a group; `days`: so long ago the letter was written. */
export async function letterFor(at: number, { many = 1, days = 0 } = {}): Promise<Letter> {
  const store = await openStore(join(dataDir(), 'fingerpost.db'))
  try {
    const slugs = (GROUPS[at]?.listings ?? []).filter(({ status }) => status === 'published').slice(0, many)
    const found = await Promise.all(slugs.map(({ slug }) => store.bySlug(slug)))
    const listings = found.flatMap((it) => (it.is === 'listing' ? [it.known] : []))
    const about = {
      listings: listings.map(({ listing }) => ({ id: listing.id, revision: listing.revision })),
      person: null,
    }
    const written = new Date(Date.now() - days * 86_400_000)
    const path = await store.act((act) => makeAnswerLink(act, about, written, newToken))
    return { path, listings, group: listings[0]?.listing.group?.id ?? '' }
  } finally {
    await store.close()
  }
}

/** What the store has of a listing now. */
export async function storedOf(listing: string): Promise<Known> {
  const store = await openStore(join(dataDir(), 'fingerpost.db'))
  try {
    const [known] = await store.listings([listing])
    if (known === undefined) throw new Error(`There is no listing ${listing}.`)
    return known
  } finally {
    await store.close()
  }
}

/** The desk changes the short line of a listing while somebody else has it open. */
export async function editedMeanwhile({ listing: { id, revision } }: Known, summary: string): Promise<void> {
  const store = await openStore(join(dataDir(), 'fingerpost.db'))
  try {
    const at = new Date().toISOString()
    const [before] = await store.listings([id])
    if (before === undefined) throw new Error(`There is no listing ${id}.`)
    const claim = { value: summary, at, by: 'desk', how: 'form' } as const
    await store.edit({
      listing: id,
      revision,
      statement: { listing: id, source: 'desk', fields: { summary: claim } },
      settled: listingFields.parse({ ...before.listing, summary }),
      author: 'desk',
      at,
    })
  } finally {
    await store.close()
  }
}
