/** Who is signed in, as every page and rule sees it: `Astro.locals.person`, null for everybody else. */
import type { Grant } from '../store/people/grant.ts'

export type SignedIn = {
  /** Id of this sign-in, to end it by. */
  id: string
  person: string
  email: string
  /** Roles held now. Those of the desk and of administrators count only with `second`: see roles.ts. */
  grants: Grant[]
  /** A second factor was given in this sign-in. */
  second: boolean
  /** When a code from a mail was last typed in: contacts may be changed only shortly after. */
  checkedAt: string
}
