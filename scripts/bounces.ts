/** `node scripts/bounces.ts FILE…`: reads reports of letters that came back from a mailbox file (mbox) or one mail (.eml). */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/app/config.ts'
import { openHouse } from '../src/app/house.ts'
import { takeMail } from '../src/app/mail/take-bounces.ts'
import { mailsIn } from '../src/mail/bounce-report.ts'

const USAGE = 'Use: node scripts/bounces.ts FILE…   (a mailbox file or a mail)\n'

async function takeFiles(files: readonly string[]): Promise<void> {
  const mails: string[] = []
  for (const file of files) mails.push(...mailsIn(await readFile(file, 'latin1')))
  const house = await openHouse(readConfig(process.env))
  try {
    const sum = { permanent: 0, temporary: 0, other: 0, listings: 0 }
    for (const mail of mails) {
      const taken = await takeMail(house, mail)
      for (const name of ['permanent', 'temporary', 'other', 'listings'] as const) sum[name] += taken[name]
    }
    process.stdout.write(
      `${mails.length} mails read: ${sum.permanent} say that an address is gone, ${sum.temporary} that it could not be ` +
        `reached, ${sum.other} are no such report. ${sum.listings} listings are doubted because of them.\n`,
    )
  } finally {
    await house.close()
  }
}

const arguments_ = (() => {
  try {
    return parseArgs({ allowPositionals: true }).positionals
  } catch {
    return []
  }
})()
if (arguments_.length === 0) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else
  await takeFiles(arguments_).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
