import { expect, it } from 'vitest'
import { charityOrgId, companyOrgId, orgIdOf } from '../../src/listings/org-id.ts'

it.each<[given: string, read: string | null]>([
  ['GB-CHC-1052551', 'GB-CHC-1052551'],
  [' gb-chc-1052551 ', 'GB-CHC-1052551'],
  ['GB-CHC-01052551', 'GB-CHC-1052551'],
  ['GB-CHC-SC012345', 'GB-SC-SC012345'],
  ['GB-CHC-235825-1', 'GB-CHC-235825-1'],
  ['GB-COH-738693', 'GB-COH-00738693'],
  ['GB-COH-00738693', 'GB-COH-00738693'],
  ['GB-COH-IP28755R', 'GB-COH-IP28755R'],
  ['GB-COH-ip28755r', 'GB-COH-IP28755R'],
  ['GB-COH-RS7662', 'GB-COH-RS007662'],
  ['GB-COH-CE003456', 'GB-COH-CE003456'],
  ['GB-COH-SC123456', 'GB-COH-SC123456'],
  ['GB-COH-n/a', null],
  ['GB-COH-NA', null],
  ['GB-COH-123456789', null],
  ['GB-SC-SC012345', 'GB-SC-SC012345'],
  ['GB-SC-12345', 'GB-SC-SC012345'],
  ['GB-NIC-100123', 'GB-NIC-100123'],
  ['GB-NIC-NIC100123', 'GB-NIC-100123'],
  ['GB-LAE-TRF', 'GB-LAE-TRF'],
  ['XI-GRID-grid.1-2', 'XI-GRID-grid.1-2'],
  ['360G-trafford-be_active', '360G-trafford-be_active'],
  ['360g-ptc-ORG:the-crown', '360G-ptc-ORG:the-crown'],
  ['1052551', null],
  ['', null],
])('the org-id %s is %s', (given, read) => expect(orgIdOf(given)).toBe(read))

it.each<[given: string, read: string | null]>([
  ['1052551', 'GB-CHC-1052551'],
  ['1,052,551', null],
  ['105 2551', 'GB-CHC-1052551'],
  ['SC012345', 'GB-SC-SC012345'],
  ['SC12345', 'GB-SC-SC012345'],
  ['NIC100123', 'GB-NIC-100123'],
  ['Exempt', null],
  ['n/a', null],
  ['0', null],
  ['', null],
])('the charity number %s is %s', (given, read) => expect(charityOrgId(given)).toBe(read))

it.each<[given: string, read: string | null]>([
  ['738693', 'GB-COH-00738693'],
  ['7962245', 'GB-COH-07962245'],
  ['7962245.0', 'GB-COH-07962245'],
  ['IP28755R', 'GB-COH-IP28755R'],
  ['CE 12345', 'GB-COH-CE012345'],
  ['CIO', null],
  ['NA', null],
  ['7.9e6', null],
])('the company number %s is %s', (given, read) => expect(companyOrgId(given)).toBe(read))
