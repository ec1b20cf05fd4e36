/** Yr hyn y mae grwpiau yn ei ddarllen: cadw cofnod yn gywir. */
import type { groups as english } from '../en/groups.ts'

export const groups: typeof english = {
  title: 'I grwpiau',
}
