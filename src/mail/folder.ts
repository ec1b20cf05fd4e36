/** Where no mail server is set: letters are files in a folder, as any mail program opens them. */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'
import { forNodemailer } from './nodemailer-message.ts'

/** By name the files stand in the order in which they were posted. */
export function fileNameOf({ postedAt, messageId }: { postedAt: string; messageId: string }): string {
  const stamp = postedAt.replaceAll(/[^0-9TZ]/g, '')
  return `${stamp}-${(messageId.split('@', 1)[0] ?? '').replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 80)}.eml`
}

export function folderMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(message) {
      try {
        const { message: bytes } = await transport.sendMail(forNodemailer(message, new Date()))
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const file = join(folder, fileNameOf(message))
        // Whole or not there: somebody may be reading the folder.
        writeFileSync(`${file}.part`, bytes as Buffer, { mode: 0o600 })
        renameSync(`${file}.part`, file)
        return { is: 'sent' }
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'an error'
        return { is: 'failed', unreachable: true, why: `${code} at the folder` }
      }
    },
    close: () => transport.close(),
  }
}

/** Names of the letters there, newest first. */
export function lettersIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^[\w-]+\.eml$/.test(name))
      .sort()
      .reverse()
  } catch {
    return []
  }
}

/** Removes letters posted before an instant. */
export function tidyFolder(folder: string, before: Date): void {
  const limit = before.toISOString().replaceAll(/[^0-9TZ]/g, '')
  for (const name of lettersIn(folder)) if (name < limit) rmSync(join(folder, name), { force: true })
}
