/** 320 pixels wide, which is also 1280 at 400 %: nothing runs out at the side, everything can be touched. */
import { expect, test } from '@playwright/test'
import { PAGES } from './pages.ts'

/** Pixels, of the shorter side: anything that can be pressed; buttons, telephone links, filter boxes. */
const TARGET = { least: 24, large: 44 }

for (const [name, path] of Object.entries(PAGES)) {
  test(name, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(beyond, 'pixels beyond the side').toBeLessThanOrEqual(0)
    const small = await page.evaluate(({ least, large }) => {
      const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
      const tooLow = (selector: string, pixels: number) =>
        [...document.querySelectorAll(selector)]
          .filter((element) => shown(element) && !element.matches('.skip, .unseen'))
          .filter((element) => Math.round(element.getBoundingClientRect().height) < pixels)
          .map(
            (element) =>
              `${Math.round(element.getBoundingClientRect().height)}: ${element.outerHTML.slice(0, 120)}`,
          )
      return [
        ...tooLow(
          'button:not(.linklike), .button, a[href^="tel:"], label.tick, input:not([type=checkbox]), select',
          large,
        ),
        // Links in a line of text are as high as the line (WCAG 2.2, 2.5.8, exception "inline").
        ...tooLow('input[type=checkbox], .linklike, summary, nav a, .tags a, .words a, .onward a', least),
      ]
    }, TARGET)
    expect(small).toEqual([])
  })
}

test('text set to twice its size stays inside', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 640 })
  for (const path of ['/', '/search?what=lonely&where=M33+2', '/about/quality']) {
    await page.goto(path)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(beyond, path).toBeLessThanOrEqual(0)
  }
})

test('“Near me” can be pressed within 44 px, and never in place of the box below it', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  for (const path of ['/', '/search?where=Sale']) {
    await page.goto(path)
    const near = page.getByRole('button', { name: 'Near me' })
    await expect(near).toBeVisible()
    const pressed = await near.evaluate((button) => {
      const { left, top, width } = button.getBoundingClientRect()
      const box = document.querySelector('#where')?.getBoundingClientRect()
      const at = (y: number) => document.elementFromPoint(left + width / 2, y)
      const high = Array.from({ length: 90 }, (_, i) => at(top - 45 + i)).filter((it) => it === button).length
      return { high, box: box === undefined ? null : at(box.top + 3)?.id }
    })
    expect(pressed.high, path).toBeGreaterThanOrEqual(44)
    expect(pressed.box, path).toBe('where')
  }
})
