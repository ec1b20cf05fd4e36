/** The sentences of search/why.ts: "0.6 miles", "By telephone", "Serves all of Trafford", "For people in Salford: ask first". */
import type { Whom, Why } from '../../search/why.ts'
import type { Text } from '../../text/en.ts'
import { distance, listOf, miles } from '../../text/format.ts'

/** What a card says: on its arm, and below it whom the listing is for. */
export type WhySaid = {
  /** "0.6 miles", "by telephone"; null where neither is known. */
  arm: string | null
  whom: string | null
  /** People at the place asked about are surely not meant. */
  leftOut: boolean
  /** It is for them, and they are near it or it is for everybody: a card says no more than the arm. */
  plain: boolean
}

/** `nearMiles`: what is farther away has to say why it is here although it is for them. */
export function whySaid(whys: readonly Why[], text: Text, nearMiles = Infinity): WhySaid {
  const arms = whys.filter((it) => it.is !== 'for').map((it) => armSaid(it, text))
  const whom = whys.find((it) => it.is === 'for')
  return {
    arm: arms[0] ?? null,
    whom: whom ? text.why[whom.stand](whomSaid(whom.whom, whom.stand === 'here', text)) : null,
    leftOut: whom?.stand === 'elsewhere',
    plain: whom === undefined || isPlain(whom, whys, nearMiles),
  }
}

function isPlain({ whom, stand }: Extract<Why, { is: 'for' }>, whys: readonly Why[], nearMiles: number) {
  if (stand === 'elsewhere') return false
  if (whom.is === 'country') return true
  // Patients have to be told: who stands beside them may belong to another practice.
  if (stand === 'unsaid' || whom.is === 'patients') return false
  return whys.some((it) => it.is === 'near' && it.miles <= nearMiles)
}

/** Each reason as a sentence of its own. */
export const whySentences = ({ arm, whom }: WhySaid): string[] =>
  [arm, whom].flatMap((it) => (it === null ? [] : [it.charAt(0).toUpperCase() + it.slice(1)]))

function armSaid(why: Exclude<Why, { is: 'for' }>, text: Text): string {
  if (why.is === 'way') return text.why.ways[why.way]
  if (why.is === 'unplaced') return text.why.unplaced
  // Tenths of a mile would say more than is known, and of a secret address more than may be known.
  return why.about
    ? text.why.about(miles(Math.max(1, Math.round(why.miles)), text))
    : distance(why.miles, text)
}

/** "Serves Sale ward", but "for people in Sale ward": patients and a distance are people by themselves. */
function whomSaid(whom: Whom, here: boolean, text: Text): string {
  const { why } = text
  if (whom.is === 'miles') return why.within(whom.miles)
  if (whom.is === 'patients') return patientsSaid(whom.names, whom.more, text)
  const where = whereSaid(whom, here, text)
  return here ? where : why.people(where)
}

function whereSaid(whom: Exclude<Whom, { is: 'miles' | 'patients' }>, here: boolean, text: Text): string {
  const { why } = text
  switch (whom.is) {
    case 'areas':
      if (whom.more > 0) return why.areasMore(whom.names[0] ?? '', whom.more)
      return here && whom.names.length === 1 ? why.whole(whom.names[0] ?? '') : listOf(whom.names, text)
    case 'wards':
      return why.wards(listOf(whom.names, text), whom.names.length)
    case 'wards-in':
      return why.wardsIn(whom.count, whom.district)
    case 'some-areas':
      return why.someAreas
    case 'postcodes':
      return whom.more > 0 ? why.postcodesMore(whom.names[0] ?? '', whom.more) : listOf(whom.names, text)
    case 'country': {
      const name = text.facts.country[whom.country]
      return here ? why.whole(name) : name
    }
  }
}

function patientsSaid(names: readonly string[], more: number, { why, ...text }: Text): string {
  if (names.length === 0) return why.somePractices
  return more > 0 ? why.patientsMore(names[0] ?? '', more) : why.patients(listOf(names, text))
}
