declare namespace App {
  interface Locals {
    lang: 'en' | 'cy'
    /** The address asked for, without its language. */
    here: { path: string; search: string }
  }
}
