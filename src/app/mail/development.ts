/** Whether this is somebody's own machine: letters may be read in the browser there, and nowhere else. */
import type { Config } from '../config.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** No mail server, no public address, and nobody else can reach it. */
export const isDevelopment = ({
  smtpUrl,
  siteUrl,
  host,
}: Pick<Config, 'smtpUrl' | 'siteUrl' | 'host'>): boolean =>
  smtpUrl === null && siteUrl === null && LOOPBACK.includes(host)
