/** The map is fetched only once its frame is really there to be seen; on small screens a button brings it. */
import { rememberList } from './small.ts'

export function whenSeen(): void {
  const finder = document.querySelector<HTMLElement>('[data-finder]')
  if (finder) {
    rememberList()
    switchMap(finder)
  }
  const watcher = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue
      watcher.unobserve(target)
      void draw(target as HTMLElement)
    }
  })
  for (const frame of document.querySelectorAll('[data-map] > .frame')) watcher.observe(frame)
}

async function draw(frame: HTMLElement): Promise<void> {
  try {
    const { drawMap } = await import('./map/draw.ts')
    await drawMap(frame)
  } catch {
    const { failed } = JSON.parse(frame.dataset.words ?? '{}') as { failed?: string }
    // Where there is no map, nothing is on it.
    frame.parentElement?.querySelector('[data-on-map]')?.replaceChildren()
    frame.replaceChildren(
      Object.assign(document.createElement('p'), { className: 'said', textContent: failed ?? '' }),
    )
  }
}

function switchMap(finder: HTMLElement): void {
  const button = finder.querySelector<HTMLButtonElement>('[data-map-switch]')
  if (!button) return
  const words = { map: button.textContent, list: button.dataset.list ?? '' }
  button.addEventListener('click', () => {
    const on = finder.classList.toggle('on-map')
    button.textContent = on ? words.list : words.map
  })
  // A pin leads to its card, and the card must be there to be led to.
  finder.addEventListener('fingerpost:list', () => {
    finder.classList.remove('on-map')
    button.textContent = words.map
  })
  finder.addEventListener('fingerpost:map', () => {
    if (getComputedStyle(button).display === 'none') return
    finder.classList.add('on-map')
    button.textContent = words.list
  })
}
