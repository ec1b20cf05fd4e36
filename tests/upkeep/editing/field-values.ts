import type { FieldName } from '../../../src/listings/listing.ts'

/** Values of each field, all that its form has to keep. Each is checked by the listing's own schema first. */
export const VALUES: { [F in FieldName]?: unknown[] } = {
  name: ['Kettle On', '“Tea” & <cake>', 'Tŷ Croeso'],
  summary: ['Tea, cake and company.'],
  description: ['One line.\n\nAnother, after a gap.', "It's \\ $& 100 % <b>true</b>"],
  kinds: [['lunch-club'], ['social-club', 'coffee-morning'], ['gone-from-the-taxonomy', 'drop-in']],
  needs: [['someone-to-talk-to'], ['no-such-need', 'someone-to-talk-to']],
  audience: [
    { communities: [], conditions: [] },
    { age_from: 18, communities: [], conditions: [] },
    {
      age_from: 0,
      age_to: 4,
      gender: 'women',
      communities: ['older-people'],
      carers: true,
      conditions: ['dementia'],
    },
    { communities: ['an-old-word'], carers: false, conditions: [] },
  ],
  eligibility: ['Anybody who lives in Sale.'],
  how: [['in-person'], ['video', 'phone']],
  cost: [
    { kind: 'free' },
    { kind: 'paid', amount_pence: 250 },
    { kind: 'paid', amount_pence: 5, words: 'A little' },
    { kind: 'donation', words: 'What you can' },
  ],
  access: [['step-free', 'lift'], ['was-there-once']],
  access_words: ['Ring the bell.'],
  languages: [['en', 'cy'], ['xx']],
  join: [
    { ways: ['turn-up'], referral_by: [] },
    { ways: ['referral', 'book'], referral_by: ['link-worker', 'gp'], words: 'Ring Ann’s desk' },
    { ways: [], referral_by: [], words: 'Just ask' },
  ],
  places: [
    [
      {
        name: 'St Anne’s Hall',
        address: '1 High St',
        town: 'Sale',
        postcode: 'M33 2AB',
        point: { lat: 53.4, lng: -2.3 },
        precision: 'exact',
        area_codes: ['E05000829'],
      },
    ],
    [{ town: 'Sale', postcode: 'M33', masked: true, precision: 'area' }, { name: 'Second' }],
    [{ postcode: 'not one' }],
  ],
  catchment: [
    { kind: 'anyone' },
    { kind: 'country', code: 'WA' },
    { kind: 'country', code: 'FR' },
    { kind: 'radius', miles: 2.5 },
    { kind: 'areas', codes: ['E05000819', 'E05000829'], names: ['Altrincham', 'Priory'] },
    { kind: 'areas', codes: ['E99'], names: ['A ward, renamed'] },
    { kind: 'areas', codes: ['E05000819', 'E98'], names: [] },
    { kind: 'postcodes', starts: ['M33', 'm41', 'WA'] },
    { kind: 'practices', codes: ['P91001'], names: ['Firsway'] },
  ],
  sessions: [
    [{ rule: { every: 'week', on: ['tu'] }, start: '10:00', end: '12:00', pauses: [] }],
    [
      {
        rule: { every: 'month', on: ['th'], nth: [1, -1] },
        start: '19:00',
        pauses: [],
        place: 1,
        words: 'beginners',
      },
      {
        rule: { every: 'fortnight', on: ['mo', 'fr'], from: '2026-11-23' },
        start: '00:00',
        end: '24:00',
        pauses: [],
      },
    ],
    [{ rule: { every: 'date', on: ['2026-12-24', '2026-12-31'] }, pauses: [] }],
    [
      {
        rule: { every: 'week', on: ['su', 'sa'] },
        start: '09:30',
        from: '2027-01-02',
        until: '2027-03-28',
        term_time: true,
        pauses: [
          { from: '2027-02-01', until: '2027-02-07', why: 'Half term' },
          { from: '2027-03-01', until: '2027-03-01' },
        ],
      },
    ],
    [{ rule: { every: 'week', on: ['we'] }, term_time: false, pauses: [] }],
  ],
  times_words: ['Tuesdays, when the kettle is on'],
  phone: [
    { number: '0161 496 0123', visible: true },
    { number: '0161 496 0123 ext 4', hours: 'mornings', visible: false },
  ],
  email: [
    { address: 'kettle@example.org', visible: true },
    { address: 'k@example.org', visible: false },
  ],
  website: ['https://kettle.example.org/', 'http://example.org/a?b=c#d'],
  contacts: [
    [
      {
        role: 'secretary',
        phone: { number: '0161 496 0124', visible: false },
        email: { address: 's@example.org', visible: true },
      },
    ],
    [{ role: 'referrals', email: { address: 'r@example.org', visible: false } }, { role: 'chair' }],
  ],
  links: [
    [
      { label: 'Facebook', url: 'https://facebook.com/kettle' },
      { label: 'Map', url: 'https://example.org' },
    ],
  ],
  safeguarding: [
    { policy: true, dbs_checked: true, lead: true, insured: true, words: 'Ask' },
    { policy: false, insured: true },
  ],
  support: [{ can: 'Listen' }, { can: 'Listen', cannot: 'Give lifts' }],
  first_time: ['Ann meets you at the door.'],
  translations: [
    { cy: { name: 'Tegell', summary: 'Te', description: 'Mwy', first_time: 'Croeso' } },
    { cy: { name: 'Tegell' } },
  ],
}
