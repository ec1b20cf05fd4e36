import { describe, expect, it } from 'vitest'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import {
  find,
  headingGroups,
  labelOf,
  LISTS,
  searchWords,
  term,
  termOf,
  termsBeginning,
} from '../../src/listings/taxonomy.ts'

const taxonomy = readTaxonomy()
const { lists } = taxonomy

describe('the files', () => {
  it.each([
    ['needs', 60],
    ['kinds', 40],
    ['audiences', 30],
    ['conditions', 25],
    ['access', 20],
    ['languages', 25],
  ] as const)('%s has at least %d terms', (list, least) => {
    expect(lists[list].length).toBeGreaterThanOrEqual(least)
  })

  it('has about twelve headings, each with needs under it', () => {
    const groups = headingGroups(taxonomy)
    expect(groups.length).toBeGreaterThanOrEqual(10)
    expect(groups.length).toBeLessThanOrEqual(14)
    expect(groups.filter(({ needs }) => needs.length < 3).map(({ heading }) => heading.id)).toEqual([])
    expect(groups.flatMap(({ needs }) => needs).length).toBe(lists.needs.length)
  })

  // Conditions and languages are names: their label in Welsh may be all there is.
  it.each(['needs', 'kinds', 'audiences', 'access'] as const)('%s has synonyms in both languages', (list) => {
    const lacking = lists[list].filter(({ synonyms }) => synonyms.en.length === 0 || synonyms.cy.length === 0)
    expect(lacking.map(({ id }) => id)).toEqual([])
  })

  it('lets every need, kind, audience and condition be suggested', () => {
    const silent = (['needs', 'kinds', 'audiences', 'conditions'] as const).flatMap((list) =>
      lists[list].filter(({ cues }) => cues.length === 0).map(({ id }) => `${list}/${id}`),
    )
    expect(silent).toEqual([])
  })

  it('offers to leave quickly on violence and abuse, and nowhere else', () => {
    const marked = LISTS.flatMap((list) => lists[list].filter((it) => it.leave_quickly).map(({ id }) => id))
    expect(marked).toEqual(['domestic-abuse', 'sexual-violence', 'modern-slavery', 'refuge'])
  })

  it('has needs, kinds and words with no long label: each fits a button', () => {
    const long = lists.needs.flatMap(({ label }) => [label.en, label.cy]).filter((it) => it.length > 60)
    expect(long).toEqual([])
  })

  it('maps to addresses of open lists only', () => {
    const shapes = [
      /^http:\/\/id\.esd\.org\.uk\/(service|need)\/\d+$/,
      /^https:\/\/openactive\.io\/activity-list#[0-9a-f-]{36}$/,
      /^openEligibility:\d{4,5}$/,
    ]
    const all = LISTS.flatMap((list) => lists[list].flatMap((it) => it.open_referral))
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter((it) => !shapes.some((shape) => shape.test(it)))).toEqual([])
  })
})

describe('what people type', () => {
  // [words, ids that any list may answer with]
  it.each([
    ['volunteering', 'volunteering'],
    ['arts', 'arts-and-crafts'],
    ['singing', 'singing'],
    ['adult learning', 'learning-together'],
    ['gardening', 'gardening'],
    ['nature', 'nature'],
    ['befriending', 'befriending'],
    ['cookery', 'cookery'],
    ['food bank', 'food-help'],
    ['healthy eating', 'healthy-eating'],
    ['sport', 'sport'],
    ['exercise', 'get-active'],
    ['walking', 'walking'],
    ['benefits', 'benefits'],
    ['debt', 'debt'],
    ['housing', 'housing'],
    ['legal advice', 'legal-advice'],
    ['jobs', 'finding-work'],
    ['skills', 'work-skills'],
    ['parenting', 'parenting'],
    ['carers', 'carers-support'],
    ['bereavement', 'bereavement'],
    ['mutual aid', 'mutual-aid'],
    ['transport', 'transport'],
    ['computer help', 'digital-help'],
    ['warm space', 'warm-place'],
    ['domestic abuse', 'domestic-abuse'],
    ['addiction', 'alcohol-and-drugs'],
    ['mental health', 'mental-health'],
    ['dementia', 'dementia'],
    ['long-term conditions', 'long-term-condition'],
    ['disability', 'disability'],
    ['veterans', 'veterans-support'],
    ['refugees', 'refugees-and-asylum'],
    ['LGBT+', 'lgbt-support'],
    ['church', 'faith'],
    ['my culture', 'culture'],
    ['lonely', 'loneliness'],
    ['someone to talk to', 'someone-to-talk-to'],
    ['food parcel', 'food-help'],
    ["can't pay my bills", 'bills'],
    ['cant pay my bills', 'bills'],
    ['walking football', 'gentle-exercise'],
    ['parkinsons', 'parkinsons'],
    ['Parkinson’s', 'parkinsons'],
    ['lost my husband', 'bereavement'],
    ['chair exercises', 'gentle-exercise'],
    ["can't heat my home", 'warm-home'],
    ['my mum has dementia', 'dementia'],
    ['somewhere warm', 'warm-place'],
    ['bailiffs', 'debt'],
    ['universal credit', 'benefits'],
    ['pip form', 'benefits'],
    ['social isolation', 'loneliness'],
    ['low mood', 'low-mood'],
    ['frailty', 'later-life'],
    ['obesity', 'healthy-weight'],
    ['T2DM', 'diabetes'],
    ['MSK', 'pain'],
    ['unig', 'loneliness'],
    ['rhywun i siarad ag ef', 'someone-to-talk-to'],
    ['banc bwyd', 'food-bank'],
    ['methu talu biliau', 'bills'],
    ['colli fy ngŵr', 'bereavement'],
    ['colli fy ngwr', 'bereavement'],
    ['côr', 'choir'],
    ['Llyfrgell', 'library'],
    ['rhywle cynnes', 'warm-place'],
    ['dyled', 'debt'],
    ['motor neurone disease', 'motor-neurone-disease'],
    ['Huntington’s', 'huntingtons'],
    ['lupus', 'lupus'],
    ['ME/CFS', 'me-cfs'],
    ['long covid', 'long-covid'],
    ['sickle cell', 'sickle-cell'],
    ['cystic fibrosis', 'cystic-fibrosis'],
    ['epilepsy', 'epilepsy'],
    ['stroke', 'stroke'],
    ['aphasia', 'aphasia'],
    ['COPD', 'copd'],
    ['diabetes', 'diabetes'],
    ['arthritis', 'arthritis'],
    ['fibromyalgia', 'fibromyalgia'],
    ['ataxia', 'ataxia'],
    ['ehlers danlos', 'ehlers-danlos'],
    ['MS', 'ms'],
    ["men's shed", 'mens-shed'],
    ['step free', 'step-free'],
    ['hearing loop', 'hearing-loop'],
    ['blue badge', 'blue-badge'],
    ['BSL', 'bsl'],
    ['sign language', 'bfi'],
    ['Urdu', 'ur'],
  ])('"%s" names %s', (words, id) => {
    expect(find(taxonomy, words).map((found) => found.term.id)).toContain(id)
  })

  it('finds nothing for words that name nothing', () => {
    expect(find(taxonomy, 'blorple')).toEqual([])
    expect(find(taxonomy, '')).toEqual([])
  })
})

describe('lookups', () => {
  it('answers by id and says null for an id that is gone', () => {
    expect(termOf(taxonomy, 'needs', 'debt')?.label.en).toBe('Help with debt')
    expect(labelOf(taxonomy, 'needs', 'debt', 'cy')).toBe('Help gyda dyled')
    expect(termOf(taxonomy, 'kinds', 'debt')).toBeNull()
    expect(labelOf(taxonomy, 'needs', 'constructor', 'en')).toBeNull()
  })

  it.each([
    ['needs', 'deb', ['debt']],
    ['needs', 'Help with deb', ['debt']],
    ['needs', 'singi', ['singing']],
    ['kinds', 'mens sh', ['mens-shed']],
    ['kinds', 'banc b', ['food-bank']],
    ['needs', '', []],
    ['needs', "'", []],
  ] as const)('%s beginning "%s"', (list, typed, ids) => {
    expect(
      termsBeginning(taxonomy, list, typed)
        .slice(0, ids.length || undefined)
        .map(({ id }) => id),
    ).toEqual(ids)
  })

  it('gives the search index both languages', () => {
    const words = searchWords(termOf(taxonomy, 'needs', 'loneliness') ?? lists.needs[0] ?? term.parse({}))
    expect(words).toContain('lonely')
    expect(words).toContain('unig')
  })
})
