declare namespace App {
  interface Locals {
    lang: 'en' | 'cy'
    /** The address asked for, without its language. */
    here: { path: string; search: string }
    /** Address of the computer that asks, which it cannot choose itself. For limits only: it is kept nowhere. */
    from: string
    /** Who is signed in; null: nobody. */
    person: import('./people/signed-in.ts').SignedIn | null
  }
}
