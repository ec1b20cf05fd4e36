/** Headers every answer carries. Nothing is inline and nothing comes from elsewhere, so the policy needs no exception. */
import type { ServerResponse } from 'node:http'

/** `tiles`: origin of a map tile server the deployment chose, or null. `secure`: the site is reached by https. */
export function securityHeaders(about: { tiles: string | null; secure: boolean }): Record<string, string> {
  const images = about.tiles === null ? "'self'" : `'self' ${about.tiles}`
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${images}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    // What was searched stands in the address: it must not travel to the site of a group.
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
    ...(about.secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

export function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
