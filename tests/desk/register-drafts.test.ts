/** Drafts of a register are published or put aside, many at once, by whoever may decide about each. */
import { expect, test } from 'vitest'
import { decideDrafts, DRAFTS_PAGE, registerDrafts } from '../../src/desk/register-drafts.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, aRow, importing, only, writing } from '../store/made.ts'
import { ADMIN, DESK, KEEPER, WORKER, workshopOn } from '../workers/house.ts'

onEachDatabase('drafts of a register', ({ open }) => {
  const places = (postcode: string) => [{ postcode, masked: false }] as never
  async function drafted(store: Store, count: number) {
    const rows = Array.from({ length: count }, (_, at) =>
      aRow(`${at + 1}`, {
        status: 'draft',
        places: places(at === 0 ? 'M41 5AA' : 'M33 2AB'),
      }),
    )
    await importing(store, writing(rows))
    return workshopOn(store)
  }
  const statusOf = async (store: Store, id: string) => (await only(store, id)).listing.status

  test('are seen by the desk, a page at a time', async () => {
    const store = await open()
    const workshop = await drafted(store, DRAFTS_PAGE + 3)
    for (const who of [null, KEEPER, WORKER])
      expect(await registerDrafts(who, { source: 'hubs', after: 0 }, workshop)).toEqual({ is: 'refused' })
    const first = await registerDrafts(ADMIN, { source: 'hubs', after: 0 }, workshop)
    if (first.is !== 'drafts') throw new Error('refused')
    expect([first.drafts.length, first.waiting]).toEqual([DRAFTS_PAGE, DRAFTS_PAGE + 3])
    const second = await registerDrafts(ADMIN, { source: 'hubs', after: first.next ?? -1 }, workshop)
    expect(second).toMatchObject({ waiting: DRAFTS_PAGE + 3, next: null })
    expect(second.is === 'drafts' && second.drafts.map(({ listing }) => listing.name)).toEqual([
      'Hub 21',
      'Hub 22',
      'Hub 23',
    ])
  })

  test('published ones are public, those put aside wait no longer; each stands in the record', async () => {
    const store = await open()
    const workshop = await drafted(store, 4)
    const of = { source: 'hubs' }
    expect(await decideDrafts(ADMIN, { ...of, listings: ['id-1', 'id-2'], publish: true }, workshop)).toEqual(
      { is: 'decided', count: 2, left: 0 },
    )
    expect(await decideDrafts(ADMIN, { ...of, listings: ['id-3'], publish: false }, workshop)).toEqual({
      is: 'decided',
      count: 1,
      left: 0,
    })
    expect(await Promise.all(['id-1', 'id-2', 'id-3', 'id-4'].map((id) => statusOf(store, id)))).toEqual([
      'published',
      'published',
      'draft',
      'draft',
    ])
    expect(await registerDrafts(ADMIN, { ...of, after: 0 }, workshop)).toMatchObject({ waiting: 1 })
    const record = (await store.audit({ limit: 9 })).map(({ did, listing }) => `${did} ${listing}`)
    expect(record.sort()).toEqual(['discarded-draft id-3', 'published-draft id-1', 'published-draft id-2'])
  })

  test('what is none of theirs, no draft, or of another source is left as it is', async () => {
    const store = await open()
    const workshop = await drafted(store, 2)
    await store.add([aNew('else', { status: 'draft' }), aNew('public', { status: 'published' })])
    const listings = ['id-1', 'id-2', 'else', 'public', 'nothing', 'id-2']
    const given = { source: 'hubs', listings, publish: true }
    for (const who of [null, KEEPER, WORKER])
      expect(await decideDrafts(who, given, workshop)).toEqual({ is: 'refused' })
    // The desk of M33 may not decide about what lies in M41.
    expect(await decideDrafts(DESK, given, workshop)).toEqual({ is: 'decided', count: 1, left: 4 })
    expect([await statusOf(store, 'id-1'), await statusOf(store, 'id-2')]).toEqual(['draft', 'published'])
    expect(await statusOf(store, 'else')).toBe('draft')
    expect(await decideDrafts(ADMIN, { ...given, listings: [] }, workshop)).toEqual({ is: 'none' })
  })
})
