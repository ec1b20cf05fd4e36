/** The codes a running site has posted, read as the person reads their mail: from its outbox, or the folder it sent them to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { lettersIn } from '../../src/mail/folder.ts'
import { readMail } from '../../src/mail/read-mail.ts'

const about = z.object({ code: z.string(), path: z.string() })
export type CodeLetter = z.infer<typeof about>

/** Code and link of the newest letter to an address. Throws where none was posted. */
export function codeFor(dataDir: string, address: string): CodeLetter {
  const db = new DatabaseSync(join(dataDir, 'fingerpost.db'), { readOnly: true })
  try {
    const row = db
      .prepare(
        "select about from outbox where to_address = ? and kind = 'sign-in' order by posted_at desc, rowid desc",
      )
      .get(address)
    // A letter that was sent is emptied.
    const waiting = about.safeParse(JSON.parse(String(row?.about ?? '{}')))
    return waiting.success ? waiting.data : sentTo(join(dataDir, 'outbox'), address)
  } finally {
    db.close()
  }
}

function sentTo(folder: string, address: string): CodeLetter {
  for (const name of lettersIn(folder)) {
    const { headers, text } = readMail(readFileSync(join(folder, name), 'latin1'))
    const code = /^\d{6}(?= )/.exec(headers.subject ?? '')?.[0]
    const link = /https?:\/\/\S+\/sign-in\/code\?\S+/.exec(text ?? '')?.[0]
    if (!(headers.to ?? '').includes(address) || code === undefined || link === undefined) continue
    const { pathname, search } = new URL(link)
    return { code, path: pathname + search }
  }
  throw new Error(`No code was sent to ${address}.`)
}
