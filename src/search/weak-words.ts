/**
 * Words that people type around what they seek: whom it is for, that they are looking, that it should be near. Where a
 * question has other words these are a hint and no condition; alone they are words like any other.
 */
const WEAK_WORDS = new Set(
  (
    'able access active activities activity adult adults aged ago alone also always another anybody anyone anything ' +
    'anywhere around available away back bad badly because become before being best better big bit both bring care ' +
    'change client cant come comes coming constantly cope coping daughter day days dad dads daily doing done else even ' +
    'ever every everybody everyone everything example family father feel feeling feels few find finding first free ' +
    'friend friends gentleman getting give given go goes going gone good gran grandad grandma great group groups guy ' +
    'hard hate having he help helping her here him his how husband idea information interested join just ' +
    'keep keeps kind know lady last lately leave leaves like likes link little live lives living local long look ' +
    'looking lot love lovely made make man many maybe meet meeting might more morning most mother much mum mums must ' +
    'myself nan nearby neighbour never new next nice no nobody not nothing now off offer old older one only opportunities ' +
    'opportunity other others ours out over own partner parents patient people person place places possible problem ' +
    'problems provide ready really referral regular relative right said same say see service services session sessions ' +
    'she show since single sister something somewhere somebody someone son soon start stay still stop struggling ' +
    'stuff such suffering suitable support supported sure take taking tell then thing things think time today together ' +
    'told tonight too trying type under until use used very visit wants wanted way week weekly weeks well when while ' +
    'wife without woman wont work worker working worried year years yet young younger youre ' +
    'area brother child children kids lives bored class classes course courses club clubs ' +
    'self refer referred referrals charity organisation organisations scheme urgently asap require requires requiring needing ' +
    'wanting struggle struggles suffers doesnt isnt couldnt havent hes shes whats theres husbands ' +
    'monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday ' +
    'sundays till til weekend weekends mornings afternoon afternoons evening evenings dydd penwythnos ' +
    'girl girls boy boys lad lads lass left somethin summat anythin owt nowt hello hi hiya hey please thanks thank um er erm ' +
    'ok okay wondering wondered pt pts dnad recently twice twenty thirty forty fifty sixty seventy eighty ninety ' +
    'am byw cael cefnogaeth chwilio cymorth dad eisiau fy grwp gwasanaeth help helpu lle mam rhywbeth rhywle rhywun ' +
    'teimlo wrth eto hefyd iawn'
  ).split(' '),
)

/** Numbers as well, how old somebody is or what day it is, and single letters. */
export const isWeakWord = (word: string): boolean =>
  WEAK_WORDS.has(word) || /^(?:\d{1,3}(?:s|yo|yr|yrs|f|m)?|[a-z])$/.test(word)
