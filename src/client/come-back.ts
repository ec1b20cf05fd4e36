/** Whoever comes back to a page finds its boxes as the page says it, not as they left them for the next one. */

export function asThePageSays(): void {
  const form = document.querySelector<HTMLFormElement>('#find')
  if (form === null) return
  // On the start page nothing was found yet: what stands in its boxes contradicts nothing.
  const isList = document.querySelector('[data-finder]') !== null
  const [entry] = performance.getEntriesByType('navigation')
  if (isList && entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward') form.reset()
  // A page that the browser kept whole comes back without being loaded: what script added is still in its form.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    if (isList && isChanged(form)) return location.reload()
    for (const added of addedTo(form)) added.remove()
  })
}

const addedTo = (form: HTMLFormElement) => form.querySelectorAll('[data-added]')

/** Something was ticked, chosen or typed since the page came. */
function isChanged(form: HTMLFormElement): boolean {
  if (addedTo(form).length > 0) return true
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected !== option.defaultSelected)
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked
  })
}
