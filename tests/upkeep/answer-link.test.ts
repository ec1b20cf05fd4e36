/** The link of a letter answers for the listings it names, once for each, and does nothing else. On both databases. */
import { expect, test } from 'vitest'
import { newToken } from '../../src/store/once.ts'
import type { Store } from '../../src/store/store.ts'
import { answer, type Answerer } from '../../src/upkeep/answer.ts'
import { makeAnswerLink } from '../../src/upkeep/answer-link.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, anEdit } from '../store/made.ts'
import { furnished, inDays, NOW, workshopOn } from '../workers/house.ts'
import { after, ENDED, FULL, said } from './answering.ts'

async function withLink(store: Store, ids: readonly string[], person: string | null = null) {
  const token = newToken()
  const listings = ids.map((id) => ({ id, revision: 1 }))
  await store.act((act) => makeAnswerLink(act, { listings, person }, NOW, () => token))
  const holder: Answerer = { is: 'link', token }
  return { token, holder }
}

onEachDatabase('whoever holds the link of a letter', ({ open }) => {
  test('answers for the group, once', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'], 'keeper')
    expect((await answer(holder, said({ right: 'yes', room: [FULL] }), workshop)).is).toBe('saved')
    expect(
      (await answer(holder, said({ room: [{ ...FULL, state: 'open', until: null }] }), workshop)).is,
    ).toBe('used')
    expect(await after(store)).toEqual(['confirmed by group, revision 1', 'full until 2027-03-01 by group'])
    expect(await store.audit({ limit: 1 })).toMatchObject([
      { person: 'keeper', about: 'right=yes room=full by=link' },
    ])
  })

  test.each(['keeper', 'nobody'])(
    'who does not keep the group (any more) answers nothing: %s',
    async (who) => {
      const store = await open()
      const workshop = await furnished(store)
      const { holder } = await withLink(store, ['a'], who)
      await store.act((act) => act.grants.end('g-keeper', NOW.toISOString()))
      expect((await answer(holder, said({ ...ENDED }), workshop)).is).toBe('unknown')
      expect(await after(store)).toEqual([])
    },
  )

  test('says that something has changed: the desk hears of it, once, and nothing is confirmed', async () => {
    const store = await open()
    const workshop = await furnished(store)
    for (let letter = 0; letter < 2; letter++) {
      const { holder } = await withLink(store, ['a'])
      expect((await answer(holder, said({ right: 'changed' }), workshop)).is).toBe('saved')
    }
    const matters = await store.matters.list({ state: 'open', listing: 'a' })
    expect(matters.map(({ kind, about }) => [kind, about['kind']])).toEqual([['signal', 'group-changed']])
    const found = await store.byId('a')
    expect(found.is === 'listing' && found.known.confirmation).toBeNull()
  })

  test('twenty presses at once are one answer', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'])
    const all = await Promise.all(
      Array.from({ length: 20 }, () => answer(holder, said({ room: [FULL] }), workshop)),
    )
    expect(all.map(({ is }) => is).sort()).toEqual(['saved', ...Array.from({ length: 19 }, () => 'used')])
    expect(await store.capacities('a')).toHaveLength(1)
  })

  test('answering for one listing leaves the others', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.add([aNew('b')])
    const { token, holder } = await withLink(store, ['a', 'b'])
    expect((await answer(holder, said({ right: 'yes' }), workshop)).is).toBe('saved')
    expect((await store.once(token, 'answer', NOW)).is).toBe('good')
    expect((await answer(holder, said({ listing: 'b', right: 'yes' }), workshop)).is).toBe('saved')
    expect((await store.once(token, 'answer', NOW)).is, 'the last one uses it up').toBe('used')
    expect((await answer(holder, said({ right: 'yes' }), workshop)).is).toBe('used')
  })

  test('names its listings: no other one is answered for', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.add([aNew('b')])
    const { holder } = await withLink(store, ['a'])
    expect((await answer(holder, said({ listing: 'b', room: [FULL] }), workshop)).is).toBe('unknown')
    expect(await after(store, 'b')).toEqual([])
  })

  test('is too late after 30 days, and unknown with a letter changed', async () => {
    const store = await open()
    const { token, holder } = await (async () => {
      await furnished(store)
      return withLink(store, ['a'])
    })()
    const late = workshopOn(store, () => inDays(30))
    expect((await answer(holder, said({ right: 'yes' }), late)).is).toBe('expired')
    const other: Answerer = { is: 'link', token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` }
    expect((await answer(other, said({ right: 'yes' }), workshopOn(store))).is).toBe('unknown')
    expect(await after(store)).toEqual([])
  })

  test('a token of another kind answers nothing', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const token = newToken()
    const about = { person: null, role: 'group', listings: [{ id: 'a', revision: 1 }] }
    const until = inDays(9).toISOString()
    await store.act((act) =>
      act.once.make(token, { kind: 'invitation', about, madeAt: NOW.toISOString(), expiresAt: until }),
    )
    expect((await answer({ is: 'link', token }, said({ right: 'yes' }), workshop)).is).toBe('unknown')
  })

  test('what was edited since is not confirmed unseen, and the link still works afterwards', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'])
    await store.edit(anEdit('a', 1))
    expect((await answer(holder, said({ right: 'yes', room: [FULL] }), workshop)).is).toBe('stale')
    expect((await answer(holder, said({ right: 'yes', revision: 2 }), workshop)).is).toBe('saved')
    expect(await after(store)).toEqual(['confirmed by group, revision 2', 'full until 2027-03-01 by group'])
  })

  test('it has ended: public at once, and the desk looks it over', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'])
    expect((await answer(holder, said(ENDED), workshop, 'cy')).is).toBe('saved')
    expect(await after(store)).toEqual(['ended on 2026-11-20', 'matter change live'])
    const [matter] = await store.matters.list({ kind: 'change' })
    expect(matter?.about).toMatchObject({ by: 'group', lang: 'cy' })
  })
})
