/** What groups read: keeping a listing right. */
export const groups = {
  title: 'For groups',
}
