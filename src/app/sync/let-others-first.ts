/** Whoever writes an index lets those first who answer questions on the same machine. */
import { constants, getPriority, setPriority } from 'node:os'

/** On a machine that is busy an index is behind for a little longer; on one that is not, nothing changes. */
export function letOthersFirst(): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority
  // Who was started with less already may not ask for more.
  if (getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL)
}
