/** What is wrong with fields, for the fields themselves and for those who hear them. */
export type Wrong = readonly { name: string; message: string }[]

export const messageId = (name: string): string => `${name}-wrong`
export const messageOf = (name: string, wrong: Wrong): string | undefined =>
  wrong.find((one) => one.name === name)?.message

/** Attributes of a field; none where it is right. */
export function marked(name: string, wrong: Wrong): { 'aria-invalid'?: 'true'; 'aria-describedby'?: string } {
  return messageOf(name, wrong) === undefined
    ? {}
    : { 'aria-invalid': 'true', 'aria-describedby': messageId(name) }
}
