/** Listings that may be the same thing are found by whatever two sources can have in common. */
import { expect, test } from 'vitest'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, aRow, COUNCIL, importing, seeking, writing } from '../store/made.ts'

onEachDatabase('candidates', ({ open }) => {
  test('listings of sources and of people are found by name', async () => {
    const store = await open()
    const place = { name: 'Hall', postcode: 'M33 2AB', point: { lat: 53.4, lng: -2.3 } }
    const identity = { name: 'tea', postcode: 'M33 2AB', phone: '01614960001', host: 'example.org' }
    await importing(store, writing([aRow('1', { places: [place] }, { identity }), aRow('2')]))
    await store.add([aNew('a', {}, { identity: { ...identity, phone: null } })])
    await importing(
      store,
      async (tx) => {
        const { names } = await tx.candidates(seeking({ names: ['tea', 'hub 2', 'nobody'] }))
        expect([...names.keys()].sort()).toEqual(['hub 2', 'tea'])
        const hubs = { source: 'hubs', orgIds: [] }
        expect(names.get('tea')).toEqual([
          { ...identity, ...hubs, key: '1', listing: 'id-1', point: place.point },
          { ...identity, source: 'group', orgIds: [], key: '', listing: 'a', point: null, phone: null },
        ])
      },
      { source: COUNCIL },
    )
  })

  test('of a name that many have, twenty are enough', async () => {
    const store = await open()
    const identity = { name: 'food bank', postcode: null, phone: null, host: null }
    await importing(store, writing(Array.from({ length: 48 }, (_, i) => aRow(`${i}`, {}, { identity }))))
    await importing(
      store,
      async (tx) => {
        const { names } = await tx.candidates(seeking({ names: ['food bank'] }))
        expect(names.get('food bank')).toHaveLength(20)
      },
      { source: COUNCIL },
    )
  })

  test('they are found by all that two sources can have in common, each block cut', async () => {
    const store = await open()
    const at = (lat: number) => ({
      places: [{ name: 'Hall', point: { lat, lng: -2.3 }, precision: 'exact' as const }],
    })
    const identity = (over: object) => ({
      identity: { name: null, postcode: null, phone: null, host: null, ...over },
    })
    const group = { id: 'g9', name: 'Friends', org_ids: ['GB-CHC-9'] }
    const secret = {
      places: [{ point: { lat: 53.4, lng: -2.3 }, precision: 'exact' as const, masked: true }],
    }
    await importing(
      store,
      writing([
        aRow('name', {}, identity({ name: 'tea' })),
        aRow('postcode', {}, identity({ postcode: 'M33 2AB' })),
        aRow('phone', {}, identity({ phone: '01614960001' })),
        aRow('host', {}, identity({ host: 'example.org' })),
        aRow('number', {}, { ...identity({}), group }),
        aRow('near', at(53.4), identity({})),
        aRow('far', at(53.41), identity({})),
        aRow('area', { places: [{ point: { lat: 53.4, lng: -2.3 }, precision: 'area' }] }, identity({})),
        aRow('secret', secret, identity({})),
        aRow('draft', { status: 'draft' }, identity({ name: 'tea' })),
        ...Array.from({ length: 60 }, (_, i) => aRow(`many-${i}`, {}, identity({ postcode: 'M33 9ZZ' }))),
      ]),
    )
    await importing(store, async (tx) => {
      const found = await tx.candidates(
        seeking({
          names: ['tea'],
          postcodes: ['M33 2AB', 'M33 9ZZ', 'BL1 1AA'],
          phones: ['01614960001'],
          hosts: ['example.org', "o'clock.example"],
          orgIds: ['GB-CHC-9'],
          points: [{ lat: 53.4003, lng: -2.3 }],
        }),
      )
      const ids = Object.entries(found).map(([by, values]) =>
        [by, ...[...values].map(([value, all]) => `${value}: ${all.length} ${all[0]?.listing}`)].join(' '),
      )
      expect(ids.sort()).toEqual([
        'hosts example.org: 1 id-host',
        'names tea: 1 id-name',
        'orgIds GB-CHC-9: 1 id-number',
        'phones 01614960001: 1 id-phone',
        'points 53.4003,-2.3: 1 id-near',
        'postcodes M33 2AB: 1 id-postcode M33 9ZZ: 20 id-many-0',
      ])
      expect(found.orgIds.get('GB-CHC-9')?.[0]?.orgIds).toEqual(['GB-CHC-9'])
    })
  })
})
