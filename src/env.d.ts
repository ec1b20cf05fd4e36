declare namespace App {
  interface Locals {
    lang: 'en' | 'cy'
    /** The address asked for, without its language. */
    here: { path: string; search: string }
    /** Who is signed in; null: nobody. */
    person: import('./people/signed-in.ts').SignedIn | null
  }
}
