import type { Source } from '../../store/store.ts'

/** Where the demonstration's claims come from: shown with them like any other source. */
export const DEMO_SOURCE: Source = {
  id: 'demonstration',
  name: 'Demonstration',
  kind: 'demonstration',
  publisher: 'Invented for this demonstration',
  licence: 'CC0 1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'The groups here are invented.',
  url: null,
  lastRunAt: null,
}
