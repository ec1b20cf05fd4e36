/** What the pages of editing ask of the program. */
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { beginListing, sendListing } from '../../upkeep/edit/add-listing.ts'
import { opened, type Target } from '../../upkeep/edit/opened.ts'
import { putBackRevision } from '../../upkeep/edit/put-back.ts'
import { sayTimes } from '../../upkeep/edit/save-task.ts'
import { sendChanges } from '../../upkeep/edit/send.ts'
import type { Choices } from '../../upkeep/merge.ts'
import type { Task } from '../../upkeep/form/rows.ts'
import type { Words } from '../../upkeep/form/words.ts'
import type { House } from '../house.ts'
import { addCheckView, checkView } from './check-view.ts'
import { historyView } from './history-view.ts'
import { taskList } from './task-list.ts'
import { saveTaskView, taskView } from './task-view.ts'

type Who = SignedIn | null

export function editingDoors(house: House) {
  return {
    tasks: (who: Who, target: Target, lang: Lang) => taskList(house, who, target, lang),
    task: (who: Who, asked: { target: Target; task: Task; lang: Lang; heard?: boolean }) =>
      taskView(house, who, asked),
    saveTask: (who: Who, sent: { target: Target; task: Task; words: Words; lang: Lang }) =>
      saveTaskView(house, who, sent),
    sayTimes: (who: Who, sent: { target: Target; yes: boolean }) => sayTimes(who, sent, house),
    check: (who: Who, listing: string, lang: Lang) => checkView(house, who, listing, lang),
    send: (who: Who, sent: { listing: string; choices: Choices; lang: Lang }) =>
      sendChanges(who, sent, house),
    history: (who: Who, listing: string, lang: Lang) => historyView(house, who, listing, lang),
    putBack: (who: Who, asked: { listing: string; revision: number; seen: number; lang: Lang }) =>
      putBackRevision(who, asked, house, house.site.editing.undo_days),
    undoDays: house.site.editing.undo_days,
    /** Groups of one's own, and listings begun. */
    adding: (who: Who) => adding(house, who),
    begin: (who: Who, given: { group: string | null; groupName: string }) => beginListing(who, given, house),
    addCheck: (who: Who, draft: string, lang: Lang) => addCheckView(house, who, draft, lang),
    addSend: (who: Who, sent: { draft: string; lang: Lang }) => sendListing(who, sent, house),
    throwAway: (who: Who, target: Target) => throwAway(house, who, target),
  }
}

async function adding({ store, now }: House, who: Who) {
  if (who === null) return { groups: [], drafts: [] }
  const scopes = who.grants.flatMap(({ role, scope }) => (role === 'group' && scope !== null ? [scope] : []))
  const groups = await Promise.all([...new Set(scopes)].map((id) => store.group(id)))
  const drafts = (await store.drafts.of(who.person, now())).filter(({ listing }) => listing === null)
  return {
    groups: groups.flatMap((group) => (group === null ? [] : [{ id: group.id, name: group.name }])),
    drafts: drafts.map(({ id, fields, groupName, updatedAt }) => ({
      id,
      name: typeof fields.name?.to === 'string' ? fields.name.to : null,
      groupName,
      updatedAt,
    })),
  }
}

async function throwAway(house: House, who: Who, target: Target): Promise<void> {
  const open = await opened(who, target, house)
  if (open.is !== 'open' || open.draft === null) return
  const { id } = open.draft
  await house.store.act((act) => act.drafts.drop(id))
}
