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
    'am byw cael cefnogaeth chi chwilio cymorth dad eisiau fy grwp gwasanaeth help helpu lle mam rhywbeth rhywle rhywun ' +
    'teimlo wrth eto hefyd iawn ' +
    'again all allaf amongst angen apart ask asked asking asks awaiting aware barely basically bc began begin ' +
    'begun behind bits bloke bod bringing brings brought bunch buy buying call called calling calls carry case ' +
    'cases certain chance chap check chwiliaf close comin complete completed completely cos couple coz current ' +
    'currently deal dealing decent decided declined definitely did didnt different difficult dod doin during dwi ' +
    'dwin each early easily ein either end ended ending ends enough ers especially etc eventually exactly expect ' +
    'extra face facing fact fairly fast fed feelin fell fella female fer ffordd fill finally fine finish ' +
    'finished following found full further gael gallu gave gets goin gonna gotta gwneud had happen happened ' +
    'happening happens hardly hasnt havin heard herself himself hope hoping however hows hubby hubbys including ' +
    'inside instead ir issue issues itself joined kept kinda knew known knows lack large later least less let ' +
    'lets letting level likely longer looked lookin looks lots makes making mams male mate mates meant mention mewn ' +
    'mine minute minutes mom month monthly months mostly mynd named nearly needed needin needs neither newly ' +
    'none nor normal normally notice obviously oes often once ond onto otherwise ourselves outside pan per ' +
    'perhaps phase plan planning plans pls plus plz possibly prefer presenting previously prior probably proper ' +
    'properly put puts putting quick quickly quite r rather reach real reason recent recommend refuse refused ' +
    'refuses refusing regarding registered related remember rest rhoi run safe sat section seeing seek seeking ' +
    'seem seems seen sees sent several short should shouldnt showing side simple simply sit sits sort sorted ' +
    'sorts specific spend started starting starts state stays step stopped stops straight suddenly suggest ' +
    'suited sum sum1 sy sydd tbh tellin term terms thats themselves theyre thinkin tho thought through ' +
    'throughout times took total towards tried tries tryin turn turned u unable unless unrhyw unsure upon ur ' +
    'urgent user users usual usually various via view wait wasnt ways werent weve whatever whenever wherever ' +
    'whether whole whos whose why wide wish within wonder works worse worst wouldnt wrong ydw ydy yes ym yma yno ' +
    'youd youll yourself youve'
  ).split(' '),
)

/** Numbers as well, how old somebody is or what day it is, and single letters. */
export const isWeakWord = (word: string): boolean =>
  WEAK_WORDS.has(word) || /^(?:\d{1,3}(?:s|yo|yr|yrs|f|m)?|[a-z])$/.test(word)
