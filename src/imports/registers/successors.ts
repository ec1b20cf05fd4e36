/**
 * The two registers that say which number became which. In the register of mergers a part of a charity (a number with a part
 * above 0) that merges is not the charity that merges: a hospital's charity has taken in 111 of its own funds and goes on.
 */
import { charityOrgId, orgIdOf } from '../../listings/org-id.ts'
import { needs } from './layouts.ts'
import { day, entryOf, refused, type Layout } from './meaning.ts'
import { readableName } from './words.ts'

export const MERGER_COLUMNS = [
  'org_id_a',
  'transferor_regno',
  'transferor_subno',
  'transferee_regno',
  'org_name_a',
]

const isWhole = (part: string): boolean => part === '' || Number(part) === 0

export const mergers: Layout = (file) => {
  needs(file, ['transferor_regno', 'transferee_regno'])
  return ({ row, cells }) => {
    const number = cells('transferor_regno')
    // Some who handed everything over never had a number: an unincorporated group became a charity.
    if (number === '' || !isWhole(cells('transferor_subno'))) return { is: 'passed', row }
    const org_id = charityOrgId(number)
    if (org_id === null) return refused(row, 'transferor_regno', number, 'is not a charity number')
    const successor = charityOrgId(cells('transferee_regno')) ?? orgIdOf(cells('org_id_b'))
    if (successor === org_id) return { is: 'passed', row }
    const entry = entryOf({
      org_id,
      name: readableName(cells('org_name_a')) || org_id,
      state: 'merged',
      ended_on:
        day(cells('date_property_transferred')) ??
        day(cells('date_vesting_declaration')) ??
        day(cells('valid_from')),
      successor,
      successor_name: readableName(cells('org_name_b')) || null,
    })
    return { is: 'entry', row, entry, activities: '' }
  }
}

export const AGAIN_COLUMNS = ['org_id_a', 'org_id_b', 'org_name']

export const reregistrations: Layout = (file) => {
  needs(file, ['org_id_a', 'org_id_b'])
  return ({ row, cells }) => {
    const org_id = orgIdOf(cells('org_id_a'))
    const successor = orgIdOf(cells('org_id_b'))
    if (org_id === null) return refused(row, 'org_id_a', cells('org_id_a'), 'is not an org-id')
    if (successor === null) return refused(row, 'org_id_b', cells('org_id_b'), 'is not an org-id')
    if (org_id === successor) return { is: 'passed', row }
    const name = readableName(cells('org_name')) || org_id
    const entry = entryOf({ org_id, name, state: 're-registered', successor, successor_name: name })
    return { is: 'entry', row, entry, activities: '' }
  }
}
