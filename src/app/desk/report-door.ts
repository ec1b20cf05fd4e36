/** "Something wrong?": what its page shows and what becomes of what was sent. Whoever sends it stays unknown. */
import { z } from 'zod'
import { report, WORDS_MAX, type ReportGiven } from '../../desk/report.ts'
import { markOf, stamp, stamped } from '../../desk/stamp.ts'
import { londonMoment } from '../../listings/clock.ts'
import { mayLeaveQuickly } from '../../listings/taxonomy.ts'
import { networkOf } from '../../people/limits.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { keepSecret } from '../secret.ts'

export type ReportForm = {
  what: string
  words: string
  tell: string
  /** The field that people do not see: a program fills it in. */
  trap: string
  stamp: string
}
export type ReportPage =
  | {
      is: 'listing'
      id: string
      slug: string
      name: string
      stamp: string
      /** Its needs say that somebody may have to leave the page in a hurry. */
      leaveQuickly: boolean
    }
  | { is: 'moved'; slug: string }
  | { is: 'erased' }
  | { is: 'unknown' }

const WHATS = ['closed', 'moved', 'full', 'number', 'other'] as const
const isWhat = (what: string): what is ReportGiven['what'] => WHATS.some((one) => one === what)

export function reportDoor(house: House) {
  const secret = () => `report ${keepSecret(house.config).secret}`
  return {
    async form(slug: string): Promise<ReportPage> {
      const found = await house.store.bySlug(slug)
      if (found.is !== 'listing') return found
      const { id, name, status, needs } = found.known.listing
      if (status === 'draft') return { is: 'unknown' }
      const leaveQuickly = mayLeaveQuickly(house.taxonomy, needs)
      return { is: 'listing', id, slug, name, leaveQuickly, stamp: stamp(house.now(), secret()) }
    },
    /** What is wrong with the form; empty: nothing. Asked before the sender's network is counted. */
    check(form: ReportForm, lang: Lang): { name: string; message: string }[] {
      return wrongOf(form, stamped(form.stamp, house.now(), secret()), lang)
    },
    freshStamp(form: ReportForm): string {
      const now = house.now()
      const is = stamped(form.stamp, now, secret())
      return is === 'good' || is === 'early' ? form.stamp : stamp(now, secret())
    },
    /** `from`: the address it came from; only a mark of its network on this day is kept. */
    async send(
      listing: string,
      form: ReportForm,
      lang: Lang,
      from: string,
    ): Promise<{ is: 'heard' | 'unknown' }> {
      if (form.trap !== '' || !isWhat(form.what)) return { is: 'heard' }
      const given = {
        listing,
        what: form.what,
        words: form.words,
        tell: form.tell === '' ? null : form.tell,
        lang,
        from: markOf(networkOf(from), londonMoment(house.now()).day, secret()),
      }
      const { is } = await report(given, house, house.site.reports)
      return { is: is === 'unknown' ? 'unknown' : 'heard' }
    },
  }
}

function wrongOf(
  { what, words, tell, trap }: ReportForm,
  given: ReturnType<typeof stamped>,
  lang: Lang,
): { name: string; message: string }[] {
  // A program is told that all is well.
  if (trap !== '') return []
  const t = texts(lang).reports.errors
  const wrong: { name: string; message: string }[] = []
  if (!isWhat(what)) wrong.push({ name: 'what', message: t.what })
  if (words.length > WORDS_MAX) wrong.push({ name: 'words', message: t.words(WORDS_MAX) })
  if (what === 'other' && words === '') wrong.push({ name: 'words', message: t.other })
  if (tell !== '' && !z.email().max(254).safeParse(tell).success)
    wrong.push({ name: 'tell', message: t.tell })
  if (wrong.length === 0 && given === 'early') wrong.push({ name: 'send', message: t.early })
  if (wrong.length === 0 && (given === 'old' || given === 'unknown'))
    wrong.push({ name: 'send', message: t.old })
  return wrong
}
