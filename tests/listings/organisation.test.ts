import { expect, it } from 'vitest'
import { registered } from '../../src/listings/organisation.ts'

const rows: [id: string, register: string, number: string][] = [
  ['GB-CHC-1052551', 'GB-CHC', '1052551'],
  ['GB-COH-00738693', 'GB-COH', '00738693'],
  ['GB-SC-SC012345', 'GB-SC', 'SC012345'],
  ['GB-NIC-100123', 'GB-NIC', '100123'],
  ['XI-GRID-grid.1-2', 'XI-GRID', 'grid.1-2'],
  ['1052551', '', ''],
]
it.each(rows)('%s is in %s as %s', (id, register, number) => {
  expect(registered(id)).toEqual({ register, number })
})
