/** Words that may fit, under the box, as the ARIA pattern "editable combobox with list autocomplete" has it. */

type Offer = { kind: string; label: string; href: string }
type Words = { region: string; kinds: Record<string, string>; one: string; other: string }

/** Letters from which something is offered, and the pause in typing that is waited for. */
const FEWEST_LETTERS = 2
const PAUSE_MS = 150

export function offerWords(): void {
  const field = document.querySelector<HTMLElement>('[data-suggest]')
  const input = field?.querySelector('input')
  if (!field || !input?.form) return
  combobox(field, input, input.form, JSON.parse(field.dataset.suggest ?? '{}') as Words)
}

function combobox(field: HTMLElement, input: HTMLInputElement, form: HTMLFormElement, words: Words): void {
  const list = document.createElement('ul')
  Object.assign(list, { id: 'offers', className: 'offers', hidden: true })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', words.region)
  const said = document.createElement('span')
  said.className = 'unseen'
  said.setAttribute('role', 'status')
  field.append(list, said)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'offers',
  })) {
    input.setAttribute(name, value)
  }
  let offers: Offer[] = []
  let at = -1
  const mark = (place: number) => {
    at = place
    for (const [i, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(i === at))
      if (i === at) option.scrollIntoView({ block: 'nearest' })
    }
    if (at < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `offer-${at}`)
  }
  const show = (found: Offer[]) => {
    offers = found
    list.replaceChildren(...found.map((offer, i) => option(offer, i, words)))
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    said.textContent =
      found.length === 0
        ? ''
        : (found.length === 1 ? words.one : words.other).replace('#', String(found.length))
    mark(-1)
  }
  const { ask, drop } = asker(form, show)
  // Whoever has gone on is offered nothing any more: a late answer would lie over the button they are about to press.
  const close = () => {
    drop()
    show([])
  }
  const take = (place: number) => {
    const offer = offers[place]
    if (!offer) return
    close()
    choose(offer, input, form)
  }

  input.addEventListener('input', () => ask(input.value))
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (list.hidden) {
      // What Escape closed, the arrow opens again: whoever cannot point needs a way back.
      if (event.key === 'ArrowDown') ask(input.value)
      return
    }
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') mark((at + 1) % offers.length)
    else if (event.key === 'ArrowUp') mark(at <= 0 ? offers.length - 1 : at - 1)
    else if (event.key === 'Enter' && at >= 0) take(at)
    else return
    event.preventDefault()
  })
  // Before blur, which would close the list under the finger.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const chosen = (event.target as Element).closest('li')
    if (chosen) take([...list.children].indexOf(chosen))
  })
}

function option({ label, kind }: Offer, place: number, words: Words): HTMLElement {
  const item = document.createElement('li')
  item.id = `offer-${place}`
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  const sort = document.createElement('small')
  sort.textContent = words.kinds[kind] ?? ''
  item.append(label, ' ', sort)
  return item
}

type Asker = { ask: (what: string) => void; drop: () => void }

/** Asks once typing pauses; an answer that comes too late, or after `drop`, is thrown away. */
function asker(form: HTMLFormElement, show: (offers: Offer[]) => void): Asker {
  let pause = 0
  let asked = new AbortController()
  const address = new URL(form.action).pathname.replace(/search$/, 'api/suggest')
  const drop = () => {
    clearTimeout(pause)
    asked.abort()
  }
  const ask = (what: string) => {
    drop()
    if (what.trim().length < FEWEST_LETTERS) return show([])
    pause = window.setTimeout(async () => {
      asked = new AbortController()
      try {
        const answer = await fetch(`${address}?${new URLSearchParams({ what: what.trim() })}`, {
          signal: asked.signal,
        })
        show(answer.ok ? ((await answer.json()) as { suggestions: Offer[] }).suggestions : [])
      } catch (error) {
        // No suggestions then, and none of what was typed before: the box works as a box.
        if (!isDropped(error)) show([])
      }
    }, PAUSE_MS)
  }
  return { ask, drop }
}

/** Somebody typed on, and what they typed since is asked for already. */
const isDropped = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/** A listing is opened; a need, a kind or a place joins what else the form asks for, such as the postcode. */
function choose(offer: Offer, input: HTMLInputElement, form: HTMLFormElement): void {
  const url = new URL(offer.href, location.href)
  if (!url.pathname.endsWith('/search')) return void location.assign(url)
  input.value = ''
  for (const [name, value] of url.searchParams) {
    const box = form.elements.namedItem(name)
    if (box instanceof HTMLInputElement && box.type === 'text') box.value = value
    else {
      const hidden = document.createElement('input')
      Object.assign(hidden, { type: 'hidden', name, value })
      hidden.dataset.added = ''
      form.append(hidden)
    }
  }
  form.requestSubmit()
}
