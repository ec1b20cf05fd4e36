/** A register of invented charities in the layout of the Commission's extract, as large as the real one and as untidy. */
const FIRST = [
  'KETTLE',
  'Willow',
  'HARBOUR',
  'Lantern',
  'ORCHARD',
  'Beacon',
  'MEADOW',
  'Copper',
  'LINDEN',
  'Juniper',
]
const WHAT = [
  'Singers',
  'WALKERS',
  'Gardeners',
  'CARERS GROUP',
  'Craft Circle',
  'LUNCH CLUB',
  'Trust',
  'RELIEF FUND',
]
const TOWN = ['SALE', 'Stretford', 'URMSTON', 'Altrincham', 'PARTINGTON', 'Hale', 'TIMPERLEY', 'Davyhulme']
const AREA = [
  'M',
  'WA',
  'SK',
  'OL',
  'BL',
  'WN',
  'PR',
  'L',
  'CH',
  'CW',
  'ST',
  'DE',
  'S',
  'LS',
  'BD',
  'HX',
  'HD',
]
const LETTERS = [...'ABDEFGHJLNPQRSTUWXYZ']
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** Of a hundred charities, some are removed, some parts of others, some late with their accounts. */
export function charity(i: number): object {
  const removed = i % 11 === 3
  const town = pick(TOWN, i >> 3)
  const day = `${1962 + (i % 60)}-${String(1 + (i % 12)).padStart(2, '0')}-15T00:00:00`
  return {
    date_of_extract: '2026-11-22T00:00:00',
    organisation_number: 200_000 + i,
    registered_charity_number: 200_000 + i,
    linked_charity_number: i % 40 === 7 ? 1 : 0,
    charity_name: `${pick(FIRST, i)} ${pick(WHAT, i >> 1)} OF ${town} ${i}`,
    charity_type: i % 3 ? 'Charitable company' : 'CIO',
    charity_registration_status: removed ? 'Removed' : 'Registered',
    date_of_registration: day,
    date_of_removal: removed ? '2024-05-01T00:00:00' : null,
    charity_reporting_status: removed ? 'Removed' : i % 17 ? 'Submission Received' : 'Submission Overdue',
    latest_acc_fin_period_start_date: '2022-04-01T00:00:00',
    latest_acc_fin_period_end_date: '2023-03-31T00:00:00',
    latest_income: (i * 37) % 900_000,
    latest_expenditure: (i * 31) % 900_000,
    charity_contact_address1: `${(i % 200) + 1} EXAMPLE STREET`,
    charity_contact_address2: town,
    charity_contact_address3: 'GREATER MANCHESTER',
    charity_contact_address4: null,
    charity_contact_address5: null,
    charity_contact_postcode: `${pick(AREA, i)}${1 + (i % 19)} ${i % 10}${pick(LETTERS, i >> 4)}${pick(LETTERS, i >> 9)}`,
    charity_contact_phone: `0161 496 ${String(i % 10_000).padStart(4, '0')}`,
    charity_contact_email: `info${i}@group${i}.example.org`,
    charity_contact_web: i % 2 ? `www.group${i}.example.org` : null,
    charity_company_registration_number: i % 3 ? String(1_000_000 + i).padStart(8, '0') : null,
    charity_insolvent: i % 997 === 0,
    charity_in_administration: false,
    charity_previously_excepted: false,
    charity_is_cdf_or_cif: null,
    charity_is_cio: i % 3 === 0,
    cio_is_dissolved: false,
    date_cio_dissolution_notice: null,
    charity_activities:
      `TO RELIEVE PERSONS IN ${town} WHO ARE IN NEED BY REASON OF AGE, "ILL-HEALTH" OR DISABILITY.\r\n` +
      `We meet every week, with tea and a walk for those who wish. Charity number ${i}.`,
    charity_gift_aid: true,
    charity_has_land: i % 5 === 0,
  }
}

/** As the Commission writes it: one long array, with a byte order mark before it. */
export function* asJson(rows: number): Generator<string> {
  yield '\ufeff['
  for (let i = 0; i < rows; i += 500) {
    const some = Array.from({ length: Math.min(500, rows - i) }, (_, at) => JSON.stringify(charity(i + at)))
    yield `${i === 0 ? '' : ','}${some.join(',')}`
  }
  yield ']'
}
