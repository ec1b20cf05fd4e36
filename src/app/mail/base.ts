/** Public address of the site as letters say it, without a slash at its end: from the settings, never from a request. */
import type { Config } from '../config.ts'

export const baseOf = ({ siteUrl, host, port }: Pick<Config, 'siteUrl' | 'host' | 'port'>): string =>
  (siteUrl ?? `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`).replace(/\/$/, '')
