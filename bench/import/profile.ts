/** The profile for the generated rows: every kind of rule once. */
import { profile } from '../../src/imports/profile.ts'

export const BENCH_PROFILE = profile.parse({
  source: { id: 'bench', name: 'Bench' },
  required: ['name', 'postcode'],
  key: { columns: ['name', 'postcode'] },
  fields: {
    name: { from: 'name' },
    description: { from: 'description', transforms: ['strip-html'] },
    kinds: {
      from: 'type',
      map: {
        singing: ['choir'],
        walking: ['walking-group'],
        gardening: ['gardening-group'],
        food: ['lunch-club'],
        '*': ['social-club'],
      },
    },
    'place.address': { from: 'address', transforms: ['one-line'] },
    'place.postcode': { from: 'postcode' },
    'phone.number': { from: 'phone', transforms: ['phone'] },
    'email.address': { from: 'email', transforms: ['email'] },
    website: { from: 'website', transforms: ['url'] },
    times_words: { from: 'times' },
    'cost.words': { from: 'cost' },
  },
})
