/** Leaving in a hurry: the page is replaced, so that "back" does not lead to it, and cleared before the other arrives. */

/** Presses of Escape that mean it, within so many milliseconds. */
const PRESSES = 3
const WITHIN_MS = 2000

export function leaveQuickly(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-leave]')
  if (link === null) return
  const leave = () => {
    document.title = ''
    document.body.hidden = true
    location.replace(link.href)
  }
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  let presses: number[] = []
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return
    presses = [...presses, timeStamp].filter((at) => timeStamp - at < WITHIN_MS)
    if (presses.length >= PRESSES) leave()
  })
}
