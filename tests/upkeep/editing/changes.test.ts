/** What becomes of a change: typed, sent, held or public, decided, put back; on both databases. */
import { expect, test } from 'vitest'
import { acceptChange, refuseChange } from '../../../src/upkeep/edit/decide-change.ts'
import { putBackRevision } from '../../../src/upkeep/edit/put-back.ts'
import { onEachDatabase } from '../../store/databases.ts'
import * as people from './house.ts'
import { changesOf, DAY_MS, furnished, letters, NOW, now, send, type, typeAs, type House } from './house.ts'

const { KEEPER, SECOND, DESK, BEFORE } = people
const SUMMARY = { summary: ['Tea, cake and talk'] }
const PHONE = { 'phone.number': ['0161 496 0999'] }

/** The desk's matter of this kind that waits. */
async function waiting(house: House, how: 'held' | 'live' | 'new'): Promise<string> {
  const found = (await changesOf(house)).find((it) => it.state === 'open' && it.about['how'] === how)
  if (found === undefined) throw new Error(`nothing waits as ${how}`)
  return found.id
}

onEachDatabase('changes', ({ open }) => {
  test('what is typed is seen by nobody until it is sent', async () => {
    const house = await furnished(await open())
    expect((await type(KEEPER, house, 'name', SUMMARY)).is).toBe('saved')
    expect(await now(house.store)).toMatchObject({ summary: BEFORE.summary, revision: 1 })
    expect(await house.store.drafts.of(SECOND.person, NOW)).toEqual([])
    const sent = await send(KEEPER, house)
    expect(sent).toMatchObject({
      is: 'sent',
      held: [],
      live: [{ field: 'summary', from: 'Tea for all', to: 'Tea, cake and talk' }],
    })
    expect(await now(house.store)).toMatchObject({ summary: 'Tea, cake and talk', revision: 2 })
    expect(await changesOf(house)).toMatchObject([{ state: 'open', about: { how: 'live', by: 'group' } }])
    expect((await house.store.audit({ limit: 9 })).map(({ did }) => did)).toEqual(['edited'])
    expect(await house.store.drafts.of(KEEPER.person, NOW)).toEqual([])
    expect((await send(KEEPER, house)).is).toBe('unknown')
  })

  test('other sources find the listing again by its new place', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'where', { 'places.0.postcode': ['m33 7xz'] })
    await send(KEEPER, house)
    const alike = await house.store.drafts.alike({ name: null, postcode: 'M33 7XZ', phone: null, host: null })
    expect(alike.map(({ listing }) => listing)).toEqual(['a'])
  })

  test('a telephone waits, the approved one stays public; times go live in the same press', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'contact', PHONE)
    await type(KEEPER, house, 'when', { 'sessions.0.start': ['11:00'] })
    const sent = await send(KEEPER, house)
    expect(sent.is === 'sent' && [sent.live.map((it) => it.field), sent.held.map((it) => it.field)]).toEqual([
      ['sessions'],
      ['phone'],
    ])
    expect(await now(house.store)).toMatchObject({ phone: BEFORE.phone, sessions: [{ start: '11:00' }] })
    expect((await acceptChange(DESK, await waiting(house, 'held'), house)).is).toBe('decided')
    expect((await now(house.store)).phone?.number).toBe('0161 496 0999')
    expect(await letters(house)).toMatchObject([
      { to: 'keeper@example.org', kind: 'change-accepted', about: { fields: ['phone'] } },
    ])
    const revisions = await house.store.revisions('a')
    expect(revisions[0]).toMatchObject({ author: 'desk', source: 'group' })
  })

  test('a refusal carries a reason, by letter, and nothing was ever public', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'contact', PHONE)
    await send(KEEPER, house)
    const id = await waiting(house, 'held')
    expect((await refuseChange(DESK, id, '  ', house)).is).toBe('no-reason')
    expect((await refuseChange(DESK, id, 'Nobody answers there.', house)).is).toBe('decided')
    expect(await now(house.store)).toMatchObject({ phone: BEFORE.phone, revision: 1 })
    expect(await letters(house)).toMatchObject([
      {
        to: 'keeper@example.org',
        kind: 'change-refused',
        about: { how: 'held', reason: 'Nobody answers there.' },
      },
    ])
    expect((await refuseChange(DESK, id, 'Again', house)).is).toBe('before')
    expect((await acceptChange(DESK, id, house)).is).toBe('before')
    expect((await house.store.audit({ limit: 9 })).map(({ did }) => did).sort()).toEqual([
      'asked-change',
      'refused',
    ])
  })

  test('what went live can be refused: it is put back, and what was changed since stays', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'name', { ...SUMMARY, description: ['Long words'] })
    await send(KEEPER, house)
    const id = await waiting(house, 'live')
    await type(SECOND, house, 'name', { description: ['Longer words'] })
    await send(SECOND, house)
    const refused = await refuseChange(DESK, id, 'This is an advert.', house)
    expect(refused).toEqual({ is: 'decided', skipped: ['description'], outvoted: [] })
    expect(await now(house.store)).toMatchObject({ summary: BEFORE.summary, description: 'Longer words' })
  })

  test('asked again before the desk decided, the newest words count, in one matter', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'contact', PHONE)
    await send(KEEPER, house)
    const first = await waiting(house, 'held')
    await type(SECOND, house, 'contact', { 'phone.number': ['0161 496 0777'], website: ['example.org'] })
    await send(SECOND, house)
    expect((await acceptChange(DESK, first, house)).is).toBe('before')
    const second = await waiting(house, 'held')
    expect((await acceptChange(DESK, second, house)).is).toBe('decided')
    expect(await now(house.store)).toMatchObject({
      phone: { number: '0161 496 0777' },
      website: 'https://example.org',
    })
  })

  test('a field in question was changed meanwhile: both versions, then whichever the desk chooses', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'contact', PHONE)
    await send(KEEPER, house)
    await type(DESK, house, 'contact', { 'phone.number': ['0161 496 0555'] })
    expect((await send(DESK, house)).is).toBe('sent')
    const id = await waiting(house, 'held')
    expect(await acceptChange(DESK, id, house)).toMatchObject({
      is: 'changed-meanwhile',
      clashes: [{ field: 'phone', theirs: { number: '0161 496 0555' }, mine: { number: '0161 496 0999' } }],
    })
    expect((await now(house.store)).phone?.number).toBe('0161 496 0555')
    house.clock.now = new Date(NOW.getTime() + 60_000)
    expect((await acceptChange(DESK, id, house, { despite: ['phone'] })).is).toBe('decided')
    expect((await now(house.store)).phone?.number).toBe('0161 496 0999')
  })

  test('two people at once: what each changed is kept, and of one field both are shown', async () => {
    const house = await furnished(await open())
    const summary = (words: string) => ({ name: ['Kettle On'], summary: [words], description: [''] })
    // Both read revision 1. The other one changes two fields and sends first.
    await type(SECOND, house, 'name', { summary: ['Theirs'], description: ['Their words'] }, 1)
    await send(SECOND, house)
    // My form still carries what revision 1 said: I typed over one field only.
    await typeAs(KEEPER, house, 'name', summary('Mine'), 1)
    const clash = await send(KEEPER, house)
    expect(clash).toEqual({
      is: 'clash',
      clashes: [{ field: 'summary', from: 'Tea for all', theirs: 'Theirs', mine: 'Mine' }],
    })
    expect(await now(house.store)).toMatchObject({
      summary: 'Theirs',
      description: 'Their words',
      revision: 2,
    })
    expect((await send(KEEPER, house, { summary: 'mine' })).is).toBe('sent')
    expect(await now(house.store)).toMatchObject({ summary: 'Mine', description: 'Their words' })
    const told = (await house.store.revisions('a')).map(({ changes }) => changes.map((it) => it.to))
    expect(told.flat()).toEqual(expect.arrayContaining(['Theirs', 'Their words', 'Mine']))
  })

  test('keeping theirs leaves nothing to send', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'name', SUMMARY)
    await type(SECOND, house, 'name', { summary: ['Theirs'] })
    await send(SECOND, house)
    expect((await send(KEEPER, house, { summary: 'theirs' })).is).toBe('nothing')
    expect((await now(house.store)).summary).toBe('Theirs')
  })

  test('contacts need a code typed shortly before; nothing typed is lost', async () => {
    const house = await furnished(await open())
    const stale = { ...KEEPER, checkedAt: new Date(NOW.getTime() - 3_600_000).toISOString() }
    await type(stale, house, 'contact', PHONE)
    expect((await send(stale, house)).is).toBe('check-first')
    expect((await house.store.drafts.of(KEEPER.person, NOW)).length).toBe(1)
    expect((await send(KEEPER, house)).is).toBe('sent')
  })

  test('a revision is put back, later changes of other fields stay, capacity and confirmations too', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'name', { ...SUMMARY, description: ['Words'] })
    await send(KEEPER, house)
    await type(KEEPER, house, 'who', { 'cost.kind': ['free'] })
    await send(KEEPER, house)
    await house.store.confirm([
      { id: 'c', listing: 'a', at: NOW.toISOString(), by: 'group', source: null, how: 'form', revision: 3 },
    ])
    house.clock.now = new Date(NOW.getTime() + 60_000)
    const ask = (revision: number, seen: number) =>
      putBackRevision(KEEPER, { listing: 'a', revision, seen, lang: 'en' }, house, 30)
    expect((await ask(2, 2)).is).toBe('stale')
    expect((await ask(2, 3)).is).toBe('put-back')
    const after = await now(house.store)
    expect(after).toMatchObject({ summary: BEFORE.summary, cost: { kind: 'free' }, revision: 4 })
    expect(after.description).toBeUndefined()
    expect((await house.store.confirmations('a')).map(({ id }) => id)).toEqual(['c'])
    // Putting that back is a change like any other.
    expect((await ask(4, 4)).is).toBe('put-back')
    expect((await now(house.store)).summary).toBe('Tea, cake and talk')
    house.clock.now = new Date(NOW.getTime() + 31 * DAY_MS)
    expect((await ask(2, 5)).is).toBe('too-old')
  })

  test('the desk puts back where the words were said, so that it counts', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'name', SUMMARY)
    await send(KEEPER, house)
    house.clock.now = new Date(NOW.getTime() + 60_000)
    const back = await putBackRevision(DESK, { listing: 'a', revision: 2, seen: 2, lang: 'en' }, house, 30)
    expect(back).toMatchObject({ is: 'put-back', outvoted: [] })
    expect((await now(house.store)).summary).toBe(BEFORE.summary)
    expect((await house.store.revisions('a'))[0]).toMatchObject({ author: 'desk', source: 'group' })
  })

  test('a weaker word is kept and said to be outvoted', async () => {
    const house = await furnished(await open())
    await type(DESK, house, 'name', SUMMARY)
    expect(await send(DESK, house)).toMatchObject({ is: 'sent', live: [], outvoted: [{ field: 'summary' }] })
    expect((await now(house.store)).summary).toBe(BEFORE.summary)
  })

  test('a secret address shows the town only, and its keeper keeps it', async () => {
    const house = await furnished(await open())
    await type(KEEPER, house, 'where', { 'places.0.masked': ['yes'], 'places.0.address': ['1 Hidden Lane'] })
    await send(KEEPER, house)
    expect((await now(house.store)).places).toEqual([
      { town: 'Sale', postcode: 'M33', precision: 'area', masked: true },
    ])
    const told = JSON.stringify(await house.store.revisions('a'))
    expect(told).not.toContain('Hidden Lane')
    const [said] = await house.store.statements('a')
    expect(JSON.stringify(said?.fields.places?.value)).toContain('Hidden Lane')
  })
})
