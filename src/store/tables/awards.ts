/** Grants of money, as each run told of them. */
export type AwardTable = {
  source: string
  id: string
  nth: number
  /** 1: what is known now. */
  current: number
  run: string
  /** 1: the last file of its publisher no longer has it. */
  gone: number
  publisher: string
  hash: string
  title: string
  funder: string
  funder_id: string | null
  amount_pence: number | null
  awarded_on: string
  starts_on: string
  ends_on: string | null
  recipient: string
  postcode: string | null
  org_ids: string
}
export type AwardOrgTable = { org_id: string; source: string; award: string; nth: number }
