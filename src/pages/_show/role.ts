/** The role that a form gives: an umbrella body is chosen, an area is typed. */
import { GIVEN_HERE, type RoleGiven } from '../../desk/roles-use.ts'

export function roleOf(form: { email: string; role: string; scope: string; body: string }): RoleGiven {
  const role = GIVEN_HERE.find((one) => one === form.role)
  const scope = role === 'umbrella' ? form.body : form.scope
  // What is no role is refused by the use case, which names the field.
  return { email: form.email, role: role ?? ('' as (typeof GIVEN_HERE)[number]), scope }
}
