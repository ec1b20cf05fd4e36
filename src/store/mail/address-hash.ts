/** Addresses are kept as a hash where nobody has to write to them: what was stopped, what came back. */
import { createHash } from 'node:crypto'

/** The same for "Kettle@Example.org " and "kettle@example.org". 43 characters. */
export const hashOfAddress = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('base64url')
