/** What is wrong with a field, for the field itself and for those who hear it. */
export type Wrong = { name: string; message: string } | null

export const messageId = (name: string): string => `${name}-wrong`

/** Attributes of a field; none where it is right. */
export function marked(name: string, wrong: Wrong): { 'aria-invalid'?: 'true'; 'aria-describedby'?: string } {
  return wrong?.name === name ? { 'aria-invalid': 'true', 'aria-describedby': messageId(name) } : {}
}
