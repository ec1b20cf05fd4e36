/**
 * better-auth, as far as it is used: it makes, finds and ends sign-ins and writes their signed cookie. Codes, second
 * factors and limits are ours. None of its own addresses is served, and it tells nobody anything.
 */
import { betterAuth } from 'better-auth/minimal'
import { createAuthEndpoint } from 'better-auth/api'
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { newToken } from '../store/once.ts'
import type { Records } from '../store/people/records.ts'
import { storeAdapter } from './adapter.ts'
import { cookieNames } from './cookies.ts'
import { LONGEST_MS } from './lasting.ts'

export type AuthSettings = {
  records: Records
  /** At least 32 characters. */
  secret: string
  /** Public address, without a slash at its end. */
  base: string
  /** The site is reached by https. */
  secure: boolean
}

const beginning = z.object({
  person: z.string(),
  second: z.boolean(),
  /** Instants. */
  now: z.date(),
  checkedAt: z.date(),
  browser: z.string(),
})

/** What better-auth has no page for: a sign-in for whoever has just proved an address. Called by this program only. */
const ours = {
  id: 'fingerpost',
  endpoints: {
    beginSignIn: createAuthEndpoint.serverOnly({ method: 'POST', body: beginning }, async (ctx) => {
      const { person, second, now, checkedAt, browser } = ctx.body
      const user = await ctx.context.internalAdapter.findUserById(person)
      if (user === null) return null
      const fields = { token: newToken(), second, checkedAt, seenAt: now, userAgent: browser }
      const times = { createdAt: now, expiresAt: new Date(now.getTime() + LONGEST_MS) }
      const session = await ctx.context.internalAdapter.createSession(
        user.id,
        false,
        { ...fields, ...times },
        true,
      )
      await setSessionCookie(ctx, { session, user }, false)
      return { id: session.id }
    }),
    dropCookie: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
      deleteSessionCookie(ctx)
      return null
    }),
  },
}

const kept = <T extends 'date' | 'boolean'>(fieldName: string, type: T) => ({
  type,
  required: true,
  input: false,
  fieldName,
})

export function makeAuth({ records, secret, base, secure }: AuthSettings) {
  return betterAuth({
    appName: 'Fingerpost',
    baseURL: base,
    secret,
    database: storeAdapter(records),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: 'person', fields: { createdAt: 'created_at' } },
    session: {
      modelName: 'sign_in',
      fields: {
        token: 'token_hash',
        userId: 'person',
        createdAt: 'created_at',
        expiresAt: 'expires_at',
        userAgent: 'browser',
      },
      expiresIn: LONGEST_MS / 1000,
      // How long it lasts is our rule, read against the clock at each page: see lasting.ts.
      disableSessionRefresh: true,
      additionalFields: {
        second: kept('second', 'boolean'),
        seenAt: kept('seen_at', 'date'),
        checkedAt: kept('checked_at', 'date'),
      },
    },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieNames(secure).signIn,
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    plugins: [ours],
  })
}
