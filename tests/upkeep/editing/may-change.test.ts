/** Who may change, take back and decide; and what is posted that no form has; on both databases. */
import { expect, test } from 'vitest'
import { beginListing } from '../../../src/upkeep/edit/add-listing.ts'
import { acceptChange, refuseChange } from '../../../src/upkeep/edit/decide-change.ts'
import { putBackRevision } from '../../../src/upkeep/edit/put-back.ts'
import { HOSTILE } from '../../hostile/values.ts'
import { onEachDatabase } from '../../store/databases.ts'
import * as people from './house.ts'
import { changesOf, furnished, now, send, type, typeAs, type House } from './house.ts'

const { KEEPER, STRANGER, DESK, FAR_DESK, ADMIN, UMBRELLA, WORKER, BEFORE } = people
const SUMMARY = { summary: ['Tea, cake and talk'] }
const PHONE = { 'phone.number': ['0161 496 0999'] }

/** The desk's matter of this kind that waits. */
async function waiting(house: House, how: 'held' | 'live' | 'new'): Promise<string> {
  const found = (await changesOf(house)).find((it) => it.state === 'open' && it.about['how'] === how)
  if (found === undefined) throw new Error(`nothing waits as ${how}`)
  return found.id
}

onEachDatabase('who may', ({ open }) => {
  test.each([
    ['nobody', null, 'refused'],
    ['another group', STRANGER, 'refused'],
    ['a link worker', WORKER, 'refused'],
    ['an umbrella body that was not accepted', UMBRELLA, 'refused'],
    ['the desk of another area', FAR_DESK, 'refused'],
    ['an administrator', ADMIN, 'unknown'],
    ['its keeper', KEEPER, 'unknown'],
  ] as const)('%s may send: %s', async (_, who, is) => {
    const house = await furnished(await open())
    expect((await send(who, house)).is).toBe(is)
    expect(
      (await putBackRevision(who, { listing: 'a', revision: 1, seen: 1, lang: 'en' }, house, 30)).is,
    ).toBe(is === 'unknown' ? 'first' : 'refused')
  })

  test.each([
    ['nobody', null, 'refused'],
    ['its own keeper', KEEPER, 'refused'],
    ['a link worker', WORKER, 'refused'],
    ['the desk of another area', FAR_DESK, 'refused'],
    ['the desk', DESK, 'decided'],
    ['an administrator', ADMIN, 'decided'],
  ] as const)('%s may decide: %s', async (_, who, is) => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'contact', PHONE)
    await send(KEEPER, house)
    const id = await waiting(house, 'held')
    expect((await refuseChange(who, id, 'Why', house)).is).toBe(is)
    expect((await acceptChange(who, 'no-such', house)).is).toBe(who === null ? 'refused' : 'unknown')
  })

  test('fields that the task does not ask for do nothing, whatever is posted', async () => {
    const house = await furnished(await open())
    const hidden = {
      status: ['ended'],
      'phone.number': ['0161 496 0999'],
      id: ['b'],
      group: ['g2'],
      author: ['desk'],
    }
    await type(KEEPER, house, 'name', {
      ...SUMMARY,
      ...hidden,
      '__proto__.polluted': ['yes'],
      'translations.cy.constructor': ['x'],
    })
    await send(KEEPER, house)
    expect(await now(house.store)).toMatchObject({
      ...BEFORE,
      summary: 'Tea, cake and talk',
      status: 'published',
      group: { id: 'g1' },
    })
    expect(await changesOf(house)).toMatchObject([
      { about: { how: 'live', by: 'group', differences: [{ field: 'summary' }] } },
    ])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('hostile words are kept letter by letter, or refused with a sentence', async () => {
    const house = await furnished(await open())
    const plain = (value: string) => value.replaceAll('\r\n', '\n').trim() || undefined
    // Two at a time: one as what it is, one as what happens the first time, which may be shorter.
    for (let at = 0; at < HOSTILE.length; at += 2) {
      const [one = '', two = ''] = HOSTILE.slice(at, at + 2)
      const short = two.slice(0, 1000)
      const posted = { name: [BEFORE.name], description: [one], 'translations.cy.first_time': [short] }
      const saved = await typeAs(KEEPER, house, 'name', posted, (await now(house.store)).revision)
      if (saved.is === 'wrong') {
        expect(saved.wrong.map(({ problem }) => problem)).toEqual(['long'])
        continue
      }
      expect(['sent', 'nothing', 'unknown']).toContain((await send(KEEPER, house)).is)
      const { description, translations } = await now(house.store)
      expect([description, translations?.cy?.first_time]).toEqual([plain(one), plain(short)])
    }
  }, 60_000)

  test('what somebody typed goes with the listing, and with the person', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'contact', PHONE)
    await send(KEEPER, house)
    await type(KEEPER, house, 'name', SUMMARY)
    await house.store.erase('a', house.now().toISOString())
    expect(await house.store.drafts.of(KEEPER.person, house.now())).toEqual([])
    expect(await changesOf(house)).toMatchObject([{ state: 'withdrawn', decision: 'erased', about: {} }])
    expect((await send(KEEPER, house)).is).toBe('unknown')
    await beginListing(KEEPER, { group: null, groupName: 'Tea' }, house)
    await house.store.act((act) => act.people.forget(KEEPER.person, house.now().toISOString()))
    expect(await house.store.drafts.of(KEEPER.person, house.now())).toEqual([])
  })
})
