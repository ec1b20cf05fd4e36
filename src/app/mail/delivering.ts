/** Sends letters soon after they were posted, until it is stopped. */
import { setTimeout as pause } from 'node:timers/promises'
import { deliverDue, type PostRoom } from '../../mail/deliver.ts'
import { folderMailer } from '../../mail/folder.ts'
import { readSender, type Mailer, type Sender } from '../../mail/mailer.ts'
import { smtpMailer } from '../../mail/smtp.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'
import { makeLog, type Log } from '../log.ts'
import { baseOf } from './base.ts'
import { bounced } from './bounced.ts'
import { stopSecret } from './stop-secret.ts'
import { outboxFolder } from './tidy.ts'
import { unaddressed } from './unaddressed.ts'

/** Milliseconds between two looks: somebody may be waiting for a code. */
const LOOK_MS = 1000
/** The same while no server can be reached. */
const LOOK_IN_TROUBLE_MS = 10_000

type PostHouse = Pick<House, 'config' | 'site' | 'store' | 'now' | 'newId'>

export function mailerOf({ smtpUrl, dataDir }: Pick<House['config'], 'smtpUrl' | 'dataDir'>): Mailer {
  return smtpUrl === null ? folderMailer(outboxFolder({ dataDir })) : smtpMailer(smtpUrl)
}

export function senderOf({ config, site }: Pick<House, 'config' | 'site'>): Sender {
  const given = config.mailFrom === null ? null : readSender(config.mailFrom, site.name)
  return given ?? { name: site.name, address: site.contact.email }
}

export function postRoom(house: PostHouse, mailer: Mailer, log: Log): PostRoom {
  const { store, config, site, now } = house
  let secret: Promise<string> | null = null
  return {
    store,
    mailer,
    from: senderOf(house),
    reader: (lang) => ({ text: texts(lang), lang, base: baseOf(config), site, now: now() }),
    stopSecret: () =>
      (secret ??= stopSecret(store).catch((error: unknown) => {
        secret = null
        throw error
      })),
    now,
    holder: house.newId(),
    onBounce: async (address) => void (await bounced(house, { address, permanent: true, at: now() })),
    onError: (what, about) => log('error', what, about),
  }
}

/** Gives the way to stop: letters under way are then waited for. */
export function startDelivering(
  house: PostHouse,
  mailer: Mailer = mailerOf(house.config),
  log: Log = makeLog(house.config.logLevel),
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const room = postRoom(house, mailer, log)
  const sentBefore = new Set<string>()
  let last = ''
  const look = async (): Promise<number> => {
    try {
      const delivered = await deliverDue({ ...room, isEnding: () => signal.aborted }, sentBefore)
      last = ''
      if (delivered?.gaveUp && !signal.aborted) {
        log('warn', 'letters do not go: the mail server cannot be reached')
        return LOOK_IN_TROUBLE_MS
      }
    } catch (error) {
      // Said once and not each second.
      const why = unaddressed(error)
      if (why !== last) log('error', 'letters do not go', { why })
      last = why
    }
    return LOOK_MS
  }
  const rounds = async (): Promise<void> => {
    while (!signal.aborted) {
      const ms = await look()
      await pause(ms, undefined, { signal, ref: false }).catch(() => undefined)
    }
    mailer.close()
  }
  const running = rounds()
  return () => {
    stopping.abort()
    return running
  }
}
