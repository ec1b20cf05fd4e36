/** Types into a listing and sends, by the use cases that pages call, until it is killed; says after each what was promised. */
import { openStore } from '../../src/store/open.ts'
import { saveTask } from '../../src/upkeep/edit/save-task.ts'
import { sendChanges } from '../../src/upkeep/edit/send.ts'
import { wordsOf } from '../../src/upkeep/form/words.ts'
import { aNew } from '../store/made.ts'
import { NOW, somebody, workshopOn } from '../workers/house.ts'

/** `held`: the telephone that waits for the desk; every third edit asks for one. */
export type Sent = { listing: string; summary: string; revision: number; held: string | null }

const [, , url = '', name = 'x'] = process.argv
const store = await openStore(url)
const house = { ...workshopOn(store), areas: async () => [] }
const keeper = { ...somebody('keeper', 'group g1'), checkedAt: NOW.toISOString() }
const said = { summary: 'before', phone: { number: '0161 496 0000', visible: true } }
await store.add([aNew(name, said)])

for (let i = 1; ; i++) {
  const summary = `${name} says ${i}`
  const held = i % 3 === 0 ? `0161 496 0${100 + (i % 900)}` : null
  const target = { listing: name }
  const named = { name: [`Kettle ${name}`], summary: [summary] }
  await saveTask(keeper, { target, task: 'name', words: wordsOf(named), revision: null }, house)
  if (held !== null) {
    const contact = { 'phone.number': [held], 'phone.visible': ['yes'] }
    await saveTask(keeper, { target, task: 'contact', words: wordsOf(contact), revision: null }, house)
  }
  const sent = await sendChanges(keeper, { listing: name, lang: 'en' }, house)
  if (sent.is !== 'sent') throw new Error(`not sent: ${sent.is}`)
  const promised: Sent = { listing: name, summary, revision: sent.revision, held }
  process.stdout.write(`${JSON.stringify(promised)}\n`)
}
