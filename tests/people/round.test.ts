/** A round of calls saved at once: one act a listing, and what cannot be saved keeps nothing else back. */
import { expect, test } from 'vitest'
import { saveRound } from '../../src/app/umbrellas/round-form.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT } from '../store/made.ts'
import { letters, person, said, workshopOn } from './keepers-house.ts'

const form = (typed: string) => {
  const fields = new URLSearchParams(typed)
  return { text: (name: string) => fields.get(name) ?? '', has: (name: string) => fields.has(name) }
}

onEachDatabase('a round of calls', ({ open }) => {
  async function house() {
    const store = await open()
    const group = (id: string) => ({ group: { id, name: `Group ${id}`, org_ids: [] } })
    const ids = ['right', 'full', 'changed', 'silent', 'ended', 'left']
    await store.add([
      ...ids.map((id) => aNew(id, { status: 'published' }, group('g1'))),
      aNew('theirs', { status: 'published' }, group('g2')),
    ])
    const who = await person(store, 'body@example.org', ['umbrella u1'])
    await person(store, 'keeper@example.org', ['group g1'])
    await store.act(async (act) => {
      await act.umbrellas.put({ id: 'u1', name: 'U', website: null, madeAt: AT })
      const dates = {
        invitedAt: AT,
        invitedBy: null,
        acceptedAt: AT,
        acceptedBy: null,
        endedAt: null,
        endedBy: null,
      }
      await act.umbrellas.tie({ umbrella: 'u1', group: 'g1', state: 'accepted', ...dates })
    })
    const save = async (listings: string[], typed: string) =>
      Object.fromEntries(await saveRound(who, { listings, form: form(typed) }, workshopOn(store)))
    return { store, save }
  }
  const known = async (store: Store, id: string) => {
    const found = await store.byId(id)
    if (found.is !== 'listing') throw new Error(`no listing ${id}`)
    return found.known
  }

  test('each answer has its effect, by the umbrella body, on the telephone', async () => {
    const { store, save } = await house()
    const listings = ['right', 'full', 'changed', 'silent', 'ended', 'left']
    const heard = {
      right: 'running',
      full: 'full&until-full=2027-03-01',
      changed: 'changed&words-changed=Now+on+Mondays',
      silent: 'no-answer',
      ended: 'ended',
      left: 'not-rung',
    }
    const typed = Object.entries(heard).map(([id, words]) => `revision-${id}=1&heard-${id}=${words}`)
    expect(await save(listings, typed.join('&'))).toEqual({
      right: 'saved',
      full: 'saved',
      changed: 'saved',
      silent: 'saved',
      ended: 'saved',
    })
    expect((await known(store, 'right')).confirmation).toMatchObject({ by: 'umbrella', how: 'phone' })
    expect((await known(store, 'full')).capacity).toMatchObject({
      state: 'full',
      until: '2027-03-01',
      by: 'umbrella',
    })
    expect((await known(store, 'changed')).confirmation, 'what has changed is not right').toBeNull()
    expect((await known(store, 'silent')).signals.map(({ kind }) => kind)).toEqual(['rang-no-answer'])
    expect((await known(store, 'ended')).listing.status).toBe('ended')
    expect((await known(store, 'left')).confirmation).toBeNull()
    const told = said(await letters(store))
    expect(told.filter((it) => it === 'confirmed-for-you to keeper@example.org')).toHaveLength(4)
  })

  test('what cannot be saved is said of each, and the others are saved', async () => {
    const { store, save } = await house()
    const listings = ['right', 'full', 'theirs', 'gone', 'changed']
    const results = await save(
      listings,
      [
        'heard-right=running&revision-right=1',
        'heard-full=full&until-full=2020-01-01&revision-full=1',
        'heard-theirs=running&revision-theirs=1',
        'heard-gone=running&revision-gone=1',
        'heard-changed=running&revision-changed=7',
      ].join('&'),
    )
    expect(results).toEqual({
      right: 'saved',
      full: 'invalid',
      theirs: 'refused',
      gone: 'unknown',
      changed: 'stale',
    })
    const confirmed = []
    for (const id of ['right', 'full', 'theirs', 'changed'])
      if ((await known(store, id)).confirmation !== null) confirmed.push(id)
    expect(confirmed).toEqual(['right'])
  })

  test('an answer that there is none of, and a listing that the form does not name, change nothing', async () => {
    const { store, save } = await house()
    expect(
      await save(['right'], 'heard-right=perhaps&revision-right=1&heard-full=running&revision-full=1'),
    ).toEqual({})
    expect((await known(store, 'full')).confirmation).toBeNull()
    expect(await store.audit({ limit: 9 })).toEqual([])
    expect(await letters(store)).toEqual([])
  })

  test('a listing named twice is saved once', async () => {
    const { store, save } = await house()
    await save(['right', 'right'], 'heard-right=running&revision-right=1')
    expect(await store.confirmations('right')).toHaveLength(1)
  })
})
