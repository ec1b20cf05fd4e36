/** Small additions: focus on errors, the way back, print, share. */

/** People who hear the page must hear first that something is wrong. */
export function takeFocus(): void {
  document.querySelector<HTMLElement>('[data-errors]')?.focus()
}

/** Somebody who came from a list of ours goes back to it, as it was. */
export function backToResults(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-back]')
  // No referrer crosses our pages by policy: the history is all there is to know it by.
  const from = sessionValue('from')
  if (link === null || from === null) return
  link.href = from
  link.textContent = link.dataset.back ?? link.textContent
}

/** The last list that was looked at, for this tab only: it is what the way back needs, and goes with the tab. */
export function rememberList(): void {
  try {
    sessionStorage.setItem('from', location.pathname + location.search)
  } catch {
    // Storage is refused here: the link then leads to an empty search, as without script.
  }
}

function sessionValue(name: string): string | null {
  try {
    const value = sessionStorage.getItem(name)
    return value !== null && /^\/(cy\/)?search(\?|$)/.test(value) ? value : null
  } catch {
    return null
  }
}

export function printPage(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}

/** The device's own way of sharing, or the address on the clipboard. */
export function copyAddress(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-share]')
  if (button === null || !(navigator.share ?? navigator.clipboard)) return
  button.hidden = false
  button.addEventListener('click', async () => {
    // Whoever follows it is counted as sent here: the listing and the day, nothing else.
    const url = `${location.origin}${location.pathname}?shared`
    try {
      if (navigator.share) await navigator.share({ title: document.title, url })
      else {
        await navigator.clipboard.writeText(url)
        button.textContent = button.dataset.share ?? ''
      }
    } catch {
      // They changed their mind.
    }
  })
}
