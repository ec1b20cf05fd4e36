/** From a letter that waits to the message that goes: checked, written, rendered. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Waiting } from '../store/mail/outbox.ts'
import type { LetterKind, Reader, Written } from './letter.ts'
import { LETTERS } from './letters.ts'
import type { Message, Sender } from './mailer.ts'
import { webAddress } from './plain.ts'
import { render } from './render.ts'

export type MessageOf = { is: 'message'; message: Message } | { is: 'unwritable'; why: string }

type Letter = Pick<Waiting, 'id' | 'to' | 'lang' | 'kind' | 'about' | 'postedAt'>

/** Never throws. `why` says nothing of what the letter says. */
export function messageOf(letter: Letter, reader: Reader, from: Sender): MessageOf {
  const kind = (LETTERS as unknown as { [kind: string]: LetterKind<unknown> | undefined })[letter.kind]
  if (kind === undefined || !Object.hasOwn(LETTERS, letter.kind))
    return { is: 'unwritable', why: 'no such kind of letter' }
  if (!z.email().safeParse(letter.to).success) return { is: 'unwritable', why: 'no mail address' }
  const about = kind.about.safeParse(letter.about)
  if (!about.success) {
    const at = about.error.issues[0]?.path.join('.') ?? ''
    return { is: 'unwritable', why: `what it is about does not fit at "${at}"` }
  }
  try {
    return { is: 'message', message: asMessage(letter, kind.write(about.data, reader), reader, from) }
  } catch (error) {
    return { is: 'unwritable', why: error instanceof Error ? error.name : 'it throws' }
  }
}

function asMessage(letter: Letter, written: Written, reader: Reader, from: Sender): Message {
  return {
    ...render(written, reader),
    messageId: messageIdOf(letter.id, reader.base),
    from,
    to: letter.to,
    lang: letter.lang,
    stopUrl: written.unsubscribe === undefined ? null : webAddress(written.unsubscribe),
    postedAt: letter.postedAt,
  }
}

/** The same letter has the same one whenever it is sent, so that a second copy can be told. */
export function messageIdOf(letter: string, base: string): string {
  const id = /^[\w-]{1,64}$/.test(letter) ? letter : createHash('sha256').update(letter).digest('hex')
  return `${id}@${new URL(base).hostname.replaceAll(/[[\]]/g, '')}`
}
