/** Between pins and cards: a pin leads to its card, Escape leads back, a card shows its pin. */
import type { Pins } from './pins.ts'

/** The pin somebody came from. */
let cameFrom: string | null = null

export function toCard(number: number, key: string): void {
  const card = document.getElementById(`r${number}`)
  if (!card) return
  cameFrom = key
  card.dispatchEvent(new CustomEvent('fingerpost:list', { bubbles: true }))
  for (const other of document.querySelectorAll('.result.chosen')) other.classList.remove('chosen')
  card.classList.add('chosen')
  card.focus()
  card.scrollIntoView({ block: 'center' })
}

export function liveCards({ mark }: Pins): void {
  const results = document.querySelector('.results')
  if (!results) return
  const numberOf = (event: Event) => {
    const card = (event.target as Element).closest('.result')
    return card === null ? null : Number(card.id.slice(1))
  }
  for (const kind of ['pointerover', 'focusin'])
    results.addEventListener(kind, (event) => mark(numberOf(event)))
  for (const kind of ['pointerleave', 'focusout']) results.addEventListener(kind, () => mark(null))
  results.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || cameFrom === null) return
    results.dispatchEvent(new CustomEvent('fingerpost:map', { bubbles: true }))
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(cameFrom)}"]`)?.focus()
    cameFrom = null
  })
}
