/** A task asked for or sent: what is shown, or where it leads on. The same for a listing and for a new one. */
import type { AstroGlobal } from 'astro'
import { app } from '../../app/app.ts'
import type { TaskView } from '../../app/editing/task-view.ts'
import type { Target } from '../../upkeep/edit/opened.ts'
import { isTask } from '../../upkeep/form/rows.ts'
import { sent } from './sent.ts'

/** `root`: address of the list of tasks. */
export async function taskForm(
  { locals, params, request, url, redirect, response }: AstroGlobal,
  target: Target,
  root: string,
): Promise<Response | TaskView | { is: 'refused' | 'unknown' }> {
  const { person, lang } = locals
  const { editing } = await app()
  const task = params['task'] ?? ''
  const words = await sent(request)
  const shown = async () => {
    if (!isTask(task)) return { is: 'unknown' as const }
    if (words === null)
      return editing.task(person, { target, task, lang, heard: url.searchParams.has('heard') })
    if (words.has('heard')) {
      const said = await editing.sayTimes(person, { target, yes: words.text('heard') === 'yes' })
      return said.is === 'saved' ? redirect(`${root}?saved=1`, 303) : said
    }
    const saved = await editing.saveTask(person, { target, task, words, lang })
    if (saved.is === 'wrong') {
      response.status = 422
      return saved.view
    }
    if (saved.is !== 'saved') return saved
    if (saved.look !== null)
      return redirect(`${root}/${task}?heard=1${saved.look === 'times' ? '#heard' : ''}`, 303)
    return redirect(words.has('then') ? `${root}/${task}` : `${root}?saved=1`, 303)
  }
  const answer = await shown()
  if (answer instanceof Response || answer.is === 'open') return answer
  response.status = answer.is === 'refused' ? 403 : 404
  return answer
}
