/** What the store can say and do about people, their sign-ins and their codes: `store.people` and `act.people`. */
import type { Reading } from '../bulk.ts'
import type { Database, Writing } from '../database.ts'
import { ask, asking, countTry, useAsking, type Asking } from './askings.ts'
import {
  changeEmail,
  everybody,
  forgetPerson,
  personByEmail,
  personById,
  personFor,
  type Person,
} from './persons.ts'
import { countPress, type Press } from './pressed.ts'
import { recordsOf, type Records } from './records.ts'
import { dropSecondFactor, secondFactor, setSecondFactor, type SecondFactor } from './second-factors.ts'
import { checked, dropEnded, endSignIns, seen, signInsOf, type SignInKept } from './sign-ins.ts'

export type PeopleStore = {
  byId(id: string): Promise<Person | null>
  byEmail(email: string): Promise<Person | null>
  /** Everybody, by address. */
  all(): Promise<Person[]>
  /** Last seen first. */
  signIns(person: string): Promise<SignInKept[]>
  asking(hash: string): Promise<Asking | null>
  secondFactor(person: string): Promise<SecondFactor | null>
  /** Null: counted. Else the instant from which it will be. */
  press(press: Press): Promise<string | null>
  /** For better-auth alone. */
  records: Records
}

export type PeopleActs = {
  byId: (id: string) => Promise<Person | null>
  byEmail: (email: string) => Promise<Person | null>
  /** The person with this address; made with the id given where there is none yet. */
  for: (about: { email: string; id: string; at: string; lang?: 'en' | 'cy' }) => Promise<Person>
  /** False where somebody else has the address. */
  changeEmail: (person: string, email: string) => Promise<boolean>
  forget: (person: string, at: string) => Promise<void>
  ask: (asking: Omit<Asking, 'tries' | 'usedAt'>) => Promise<void>
  asking: (hash: string) => Promise<Asking | null>
  countTry: (hash: string) => Promise<void>
  /** True for the one call that uses it up. */
  useAsking: (hash: string, at: string) => Promise<boolean>
  seen: (signIn: string, at: string) => Promise<void>
  checked: (signIn: string, at: string) => Promise<void>
  /** One of a person's, or (null) all but one. How many ended. */
  endSignIns: (person: string, signIn: string | null, except?: string | null) => Promise<number>
  secondFactor: (person: string) => Promise<SecondFactor | null>
  setSecondFactor: (it: SecondFactor) => Promise<void>
  dropSecondFactor: (person: string) => Promise<boolean>
  dropEnded: (now: string) => Promise<void>
}

export function peopleStore(database: Database): PeopleStore {
  const reading: Reading = { db: database.read, dialect: database.dialect }
  return {
    byId: (id) => personById(reading, id),
    byEmail: (email) => personByEmail(reading, email),
    all: () => everybody(reading),
    signIns: (person) => signInsOf(reading, person),
    asking: (hash) => asking(reading, hash),
    secondFactor: (person) => secondFactor(reading, person),
    press: (press) => database.write((tx) => countPress(tx, press)),
    records: recordsOf(database),
  }
}

export function peopleIn(tx: Writing): PeopleActs {
  return {
    byId: (id) => personById(tx, id),
    byEmail: (email) => personByEmail(tx, email),
    for: (about) => personFor(tx, about),
    changeEmail: (person, email) => changeEmail(tx, person, email),
    forget: (person, at) => forgetPerson(tx, person, at),
    ask: (given) => ask(tx, given),
    asking: (hash) => asking(tx, hash),
    countTry: (hash) => countTry(tx, hash),
    useAsking: (hash, at) => useAsking(tx, hash, at),
    seen: (signIn, at) => seen(tx, signIn, at),
    checked: (signIn, at) => checked(tx, signIn, at),
    endSignIns: (person, signIn, except) => endSignIns(tx, person, signIn, except),
    secondFactor: (person) => secondFactor(tx, person),
    setSecondFactor: (it) => setSecondFactor(tx, it),
    dropSecondFactor: (person) => dropSecondFactor(tx, person),
    dropEnded: (now) => dropEnded(tx, now),
  }
}
