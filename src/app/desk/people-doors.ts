/** The page of people and roles. */
import { endRole, GIVEN_HERE, giveRole, type RoleGiven } from '../../desk/roles-use.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { makeUmbrella } from '../../people/umbrellas/make.ts'
import { longDay, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

type Who = SignedIn | null

export type Holder = { grant: string; person: string; email: string; scope: string; since: string }
export type PeopleView = {
  roles: { role: (typeof GIVEN_HERE)[number]; name: string; holders: Holder[] }[]
  umbrellas: { id: string; name: string }[]
}

export function peopleDoors(house: House) {
  return {
    async shown(who: Who, lang: Lang): Promise<({ is: 'shown' } & PeopleView) | { is: 'refused' }> {
      if (mayHere(who, 'give-roles') === null) return { is: 'refused' }
      const text = texts(lang)
      const t = text.desk.people
      const umbrellas = await house.store.umbrellas.all()
      const names = new Map(umbrellas.map(({ id, name }) => [id, name]))
      const roles = []
      for (const role of GIVEN_HERE) {
        const holders: Holder[] = []
        for (const { id, person, scope, givenAt } of await house.store.grants.holders(role)) {
          const email = (await house.store.people.byId(person))?.email ?? person
          const reach = scope === null ? t.everywhere : (names.get(scope) ?? scope)
          holders.push({ grant: id, person, email, scope: reach, since: longDay(givenAt, text) })
        }
        roles.push({ role, name: t.roles[role], holders })
      }
      return { is: 'shown', roles, umbrellas: umbrellas.map(({ id, name }) => ({ id, name })) }
    },
    give: (who: Who, given: RoleGiven) => giveRole(who, given, house),
    end: (who: Who, given: { grant: string; person: string }) => endRole(who, given, house),
    makeUmbrella: (who: Who, name: string) => makeUmbrella(who, { name, website: null }, house),
  }
}
