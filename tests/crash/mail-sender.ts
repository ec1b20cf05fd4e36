/** Sends the letters that are due from the store named on the command line until it is killed, or none is left. */
import { setTimeout as pause } from 'node:timers/promises'
import { deliverDue } from '../../src/mail/deliver.ts'
import { smtpMailer } from '../../src/mail/smtp.ts'
import { openStore } from '../../src/store/open.ts'
import { texts } from '../../src/text/texts.ts'
import { aReader } from '../mail/reader.ts'

const [, , url = '', smtp = '', holder = ''] = process.argv
/** How long the next one waits for the turn of one that was killed. Milliseconds. */
const TURN_MS = 60

const store = await openStore(url)
const mailer = smtpMailer(smtp)
process.stdout.write('sending\n')
for (let left = true; left;) {
  await deliverDue({
    store,
    mailer,
    from: { name: 'Fingerpost', address: 'directory@example.org' },
    reader: (lang) => ({ ...aReader({ lang }), text: texts(lang), lang }),
    stopSecret: async () => 'secret',
    now: () => new Date(),
    holder,
    onBounce: async () => undefined,
    onError: (what, about) => process.stderr.write(`${what} ${JSON.stringify(about)}\n`),
    turnMs: TURN_MS,
  })
  left = (await store.outbox.due(new Date(), 1)).length > 0
  if (left) await pause(10)
}
mailer.close()
await store.close()
