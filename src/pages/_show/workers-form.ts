/** The forms on a listing's page for link workers: what was sent, done; where to go on; or what is wrong. */
import type { App } from '../../app/app.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Text } from '../../text/en.ts'
import { lastNoteDay, noteGiven } from '../../workers/notes.ts'
import { NOTHING_HEARD, rangForm, type RangProblem, type RangTyped } from './rang-form.ts'
import { sent, type Sent } from './sent.ts'

export type WorkersForm = {
  /** Where to go on, behind the page's own address; null: the page is shown. */
  to: string | null
  refused: boolean
  stale: boolean
  errors: RangProblem[]
  rang: RangTyped
  note: { words: string; until: string; last: string }
}

type Workers = App['workers']

export async function workersForm(
  /** null: nothing is done, whatever was sent. */
  request: Request | null,
  listing: string,
  who: SignedIn | null,
  workers: Workers,
  text: Text,
): Promise<WorkersForm> {
  const now = new Date()
  const last = lastNoteDay(now)
  const shown: WorkersForm = {
    to: null,
    refused: false,
    stale: false,
    errors: [],
    rang: NOTHING_HEARD,
    note: { words: '', until: last, last },
  }
  const given = request === null ? null : await sent(request)
  if (given === null) return shown
  const doing = given.text('do')
  if (doing === 'rang') return rangSent(given, listing, who, workers, text, shown)
  if (doing === 'point' || doing === 'back') {
    const { is } = await workers.point(who, { listing, back: doing === 'back' })
    const said = { saved: doing === 'back' ? '?back' : '?pointed', again: '?again', nothing: '', unknown: '' }
    return after(shown, is, is === 'refused' ? '' : `${said[is]}#point`)
  }
  if (doing === 'note') return noteSent(given, listing, who, workers, text, shown)
  if (doing === 'end-note')
    return after(shown, (await workers.endNote(who, given.text('note'))).is, '?said=note-ended#notes')
  return shown
}

const after = (shown: WorkersForm, is: string, to: string): WorkersForm =>
  is === 'refused' ? { ...shown, refused: true } : { ...shown, to }

async function rangSent(
  given: Sent,
  listing: string,
  who: SignedIn | null,
  workers: Workers,
  text: Text,
  shown: WorkersForm,
): Promise<WorkersForm> {
  const form = rangForm(given, new Date(), text)
  if (form.is === 'wrong') return { ...shown, errors: form.errors, rang: form.typed }
  const { is } = await workers.rang(who, { ...form.rung, listing })
  if (is === 'stale') return { ...shown, stale: true, rang: form.typed }
  return after(shown, is, `?said=${form.rung.heard}`)
}

async function noteSent(
  given: Sent,
  listing: string,
  who: SignedIn | null,
  workers: Workers,
  text: Text,
  shown: WorkersForm,
): Promise<WorkersForm> {
  const t = text.workers.notes
  const [words, until] = [given.text('note'), given.text('note-until')]
  const read = noteGiven(new Date()).safeParse({ words, until })
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
    const errors = [
      ...(wrong.has('words') ? [{ name: 'note', message: t.wrongWords }] : []),
      ...(wrong.has('until') ? [{ name: 'note-until', message: t.wrongUntil }] : []),
    ]
    return { ...shown, errors, note: { ...shown.note, words, until } }
  }
  const { is } = await workers.writeNote(who, { listing, ...read.data })
  return after(shown, is, '?said=noted#notes')
}
