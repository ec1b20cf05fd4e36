/** "Use where I am": asked only after a press, rounded before it leaves the page, in place of a postcode. */

/** Degrees are cut to so many decimals: about 100 m, enough to find what is near and no more. */
const DECIMALS = 3
const PATIENCE_MS = 10_000

export function nearMe(): void {
  const field = document.querySelector<HTMLElement>('[data-near]')
  const input = field?.querySelector('input')
  const form = input?.form
  if (!field || !input || !form) return
  const forget = () => forgetPlace(form, input)
  input.addEventListener('input', forget)
  if (!('geolocation' in navigator)) return
  const words = field.dataset
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'linklike near'
  button.textContent = words.near ?? ''
  const said = document.createElement('span')
  said.className = 'hint'
  said.setAttribute('role', 'status')
  field.append(button, said)
  button.addEventListener('click', () => {
    said.textContent = words.nearWait ?? ''
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        said.textContent = ''
        usePlace(form, input, coords, words.nearHere ?? '')
      },
      () => {
        said.textContent = words.nearNo ?? ''
      },
      { timeout: PATIENCE_MS, maximumAge: PATIENCE_MS },
    )
  })
}

function usePlace(
  form: HTMLFormElement,
  input: HTMLInputElement,
  at: GeolocationCoordinates,
  words: string,
): void {
  forgetPlace(form, input)
  for (const [name, value] of [
    ['lat', at.latitude],
    ['lng', at.longitude],
  ] as const) {
    const hidden = document.createElement('input')
    Object.assign(hidden, { type: 'hidden', name, value: value.toFixed(DECIMALS) })
    form.append(hidden)
  }
  // The words stand in the box to be seen; without a name they are not sent.
  input.value = words
  input.removeAttribute('name')
}

/** A place typed by hand takes the place of a point and of a part of the map. */
function forgetPlace(form: HTMLFormElement, input: HTMLInputElement): void {
  for (const hidden of form.querySelectorAll('input[type=hidden]:is([name=lat], [name=lng], [name=bbox])')) {
    hidden.remove()
  }
  input.name = 'where'
}
