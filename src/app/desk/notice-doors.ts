/** The page of crisis notices: what is on, what was, and switching one on after seeing how much it touches. */
import { isOn } from '../../desk/notices.ts'
import {
  isUntil,
  NOTICE_WORDS_MAX,
  stopNotice,
  switchNotice,
  touches,
  usualUntil,
  type NoticeGiven,
} from '../../desk/notice-use.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { mayHere } from '../../people/roles.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { NOTICE_WHATS, type Notice } from '../../store/notices/notice.ts'
import type { Text } from '../../text/en.ts'
import { longDay, type Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

type Who = SignedIn | null

export type NoticeForm = {
  what: string
  areas: string
  kinds: string[]
  /** The address of a listing of the group, or the end of it. */
  group: string
  until: string
  words: string
}
export type NoticeView = { id: string; what: string; reach: string; until: string; words: string }
export type NoticesView = { on: NoticeView[]; was: NoticeView[]; kinds: { value: string; label: string }[] }
type Wrong = { is: 'wrong'; errors: { name: string; message: string }[] }

export function noticeDoors(house: House) {
  return {
    emptyForm: (): NoticeForm => ({
      what: '',
      areas: '',
      kinds: [],
      group: '',
      until: usualUntil(house.now()),
      words: '',
    }),
    async shown(who: Who, lang: Lang): Promise<({ is: 'shown' } & NoticesView) | { is: 'refused' }> {
      if (mayHere(who, 'switch-crisis') === null) return { is: 'refused' }
      const text = texts(lang)
      const now = house.now()
      const all = await house.store.notices()
      const groups = new Map<string, string>()
      for (const id of new Set(all.flatMap((it) => it.groups)))
        groups.set(id, (await house.store.group(id))?.name ?? id)
      const view = (it: Notice) => viewOf(it, house, groups, text)
      return {
        is: 'shown',
        on: all.filter((it) => isOn(it, now)).map(view),
        was: all.filter((it) => !isOn(it, now)).map(view),
        kinds: house.taxonomy.lists.kinds.map(({ id, label }) => ({ value: id, label: label[lang] })),
      }
    },
    /** How many listings it would stand on. Nothing is written. */
    async estimate(
      who: Who,
      form: NoticeForm,
      lang: Lang,
    ): Promise<{ is: 'touches'; count: number } | Wrong | { is: 'refused' }> {
      if (mayHere(who, 'switch-crisis') === null) return { is: 'refused' }
      const read = await readForm(house, form, texts(lang))
      return read.is === 'wrong' ? read : { is: 'touches', count: await touches(read.given, house) }
    },
    async switch(
      who: Who,
      form: NoticeForm,
      lang: Lang,
    ): Promise<{ is: 'switched' } | Wrong | { is: 'refused' }> {
      const text = texts(lang)
      const t = text.desk.notices.errors
      const read = await readForm(house, form, text)
      if (read.is === 'wrong') return read
      const done = await switchNotice(who, read.given, house)
      house.notices.changed()
      if (done.is === 'too-far') return { is: 'wrong', errors: [{ name: 'areas', message: t.reach }] }
      if (done.is !== 'wrong') return { is: done.is }
      const message = done.field === 'kinds' || done.field === 'groups' ? t.areas : t[done.field]
      return { is: 'wrong', errors: [{ name: done.field, message }] }
    },
    async stop(who: Who, id: string) {
      const done = await stopNotice(who, id, house)
      house.notices.changed()
      return done
    },
  }
}

function viewOf(it: Notice, house: House, groups: Map<string, string>, text: Text): NoticeView {
  const t = text.desk.notices
  const { lang } = text
  const kinds = it.kinds.map((id) => labelOf(house.taxonomy, 'kinds', id, lang) ?? id)
  const reach = [
    it.areas.join(', '),
    kinds.join(', '),
    it.groups.map((id) => groups.get(id) ?? id).join(', '),
  ]
  return {
    id: it.id,
    what: t.whats[it.what],
    reach: reach.filter((part) => part !== '').join(' · ') || t.everything,
    until: it.endedAt === null ? t.lapsed(longDay(it.until, text)) : t.endedOn(longDay(it.endedAt, text)),
    words: it.words,
  }
}

/** As it was typed; what cannot be meant is said beside its field. */
async function readForm(
  house: House,
  form: NoticeForm,
  { desk }: Text,
): Promise<{ is: 'read'; given: NoticeGiven } | Wrong> {
  const t = desk.notices.errors
  const what = NOTICE_WHATS.find((one) => one === form.what)
  const areas = form.areas
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((it) => it !== '')
  const errors: Wrong['errors'] = []
  if (what === undefined) errors.push({ name: 'what', message: t.what })
  if (areas.some((it) => !/^([A-Z]{1,2}\d[A-Z\d]?|[A-Z]\d{8})$/.test(it)))
    errors.push({ name: 'areas', message: t.areas })
  if (!isUntil(form.until, house.now())) errors.push({ name: 'until', message: t.until })
  if (form.words.length > NOTICE_WORDS_MAX) errors.push({ name: 'words', message: t.words })
  const group = await groupAt(house, form.group)
  if (group === null) errors.push({ name: 'group', message: t.group })
  if (what === undefined || group === null || errors.length > 0) return { is: 'wrong', errors }
  const { kinds, until, words } = form
  return { is: 'read', given: { what, areas, kinds, groups: group === '' ? [] : [group], until, words } }
}

/** Id of the group that runs the listing at this address; "": none was typed; null: there is no such listing. */
async function groupAt(house: House, typed: string): Promise<string | null> {
  const slug = typed
    .trim()
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '')
    .at(-1)
  if (slug === undefined) return ''
  const found = await house.store.bySlug(slug)
  return found.is === 'listing' ? (found.known.listing.group?.id ?? null) : null
}
