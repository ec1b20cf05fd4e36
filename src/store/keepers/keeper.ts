/** How somebody comes to keep a group's listings: by a code sent to an address the listing has, or invited. */
export type Invitation = {
  id: string
  group: string
  /** Small letters; "" once it was answered. */
  email: string
  /** Who invited leaves when it is accepted. */
  handOver: boolean
  madeAt: string
  /** The person who invited. */
  madeBy: string
  expiresAt: string
  state: 'waiting' | 'accepted' | 'withdrawn'
}

export type KeeperCode = {
  id: string
  listing: string
  /** Who asked: for nobody else it is good. */
  person: string
  madeAt: string
  expiresAt: string
  /** Wrong ones typed so far. */
  tries: number
  usedAt: string | null
}

/** "wrong": `left` more may be typed. "spent": too many were wrong. "none": none was asked for, or it was used. */
export type CodeTried =
  { is: 'right' } | { is: 'wrong'; left: number } | { is: 'spent' } | { is: 'expired' } | { is: 'none' }
