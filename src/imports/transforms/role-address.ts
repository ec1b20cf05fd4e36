/** Is an e-mail address one of a role ("info@"), which may be shown, or a person's, which is kept but not shown? */

const ROLES =
  /(^|[^a-z])(info|information|admin|administrator|office|enquir\w*|inquir\w*|contact\w*|hello|hi|mail|email|referrals?|bookings?|secretary|secretariat|treasurer|chair|manager|membership|members|team|help|helpline|support|services?|volunteer\w*|foodbank|foodhub|pantry|library|libraries|finance|community|connect\w*|reception|welfare|club|committee|press|media|events|general|post|web|webmaster|customer\w*|advice|friends|church|parish|school|centre|center|feedback|donate|donations|hire|crm|families|youth|sport|sports|coach|captain|membershipsecretary|safeguarding)([^a-z]|$)/

/** Letters. Shorter words of a name ("the", "St") prove nothing. */
const TELLING = 5

const joined = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')

/**
 * The rule, on purpose small: a role word makes it a role's; so does a part before the @ all of whose words are those of
 * the listing's own name, place or web host ("bolton.citadel@"). Everything else may be somebody's own, and is not shown.
 */
export function isRoleAddress(address: string, about: readonly string[]): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  if (ROLES.test(local)) return true
  const host = domain.split('.')[0] ?? ''
  const known = [...about.map(joined), joined(host)]
  const telling = about.flatMap((text) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length >= TELLING),
  )
  const words = local.split(/[^a-z]+/).filter((word) => word.length > 1)
  if (words.length === 0) return false
  return words.every(
    (word) =>
      (word.length >= TELLING - 1 && known.some((text) => text.includes(word))) ||
      telling.some((name) => word.includes(name)),
  )
}
