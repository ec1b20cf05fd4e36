/** The codes a running site has posted, read from its outbox as the person reads their mail. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const about = z.object({ code: z.string(), path: z.string() })

/** Code and link of the newest letter to an address. Throws where none was posted, or it was sent and emptied. */
export function codeFor(dataDir: string, address: string): { code: string; path: string } {
  const db = new DatabaseSync(join(dataDir, 'fingerpost.db'), { readOnly: true })
  try {
    const row = db
      .prepare(
        "select about from outbox where to_address = ? and kind = 'sign-in' order by posted_at desc, rowid desc",
      )
      .get(address)
    return about.parse(JSON.parse(String(row?.about ?? '{}')))
  } finally {
    db.close()
  }
}
