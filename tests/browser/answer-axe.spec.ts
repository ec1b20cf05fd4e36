/** The pages of groups in every state: axe finds nothing, and nothing runs out at the side (interface.md, rule 4). */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { signInOn } from '../signed-in.ts'
import { FUNDED_GROUP, letterFor } from './letter-links.ts'

test.describe('every state of these pages', () => {
  test.describe.configure({ timeout: 240_000 })

  test('is found without fault by axe, light and dark, at three widths, and nothing runs out at the side', async ({
    page,
    baseURL,
  }) => {
    const letter = await letterFor(FUNDED_GROUP, { many: 2 })
    const late = await letterFor(FUNDED_GROUP, { days: 31 })
    const id = letter.listings[0]?.listing.id ?? ''
    const who = await signInOn(
      { dataDir: process.env.BROWSER_TEST_DATA ?? '' },
      { holds: [{ role: 'group', scope: letter.group }] },
    )
    await page.context().addCookies([{ name: who.name, value: who.value, url: baseURL ?? '' }])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const states = [
      letter.path,
      `${letter.path}?listing=${id}&room=full&until=2027-03-01`,
      late.path,
      '/answer/nothing',
      '/groups',
      `/groups/listing/${id}`,
      `/cy/groups/listing/${id}`,
      `/groups/listing/${id}/done`,
    ]
    const wrong: string[] = []
    for (const path of states) {
      await page.goto(path)
      for (const width of [320, 768, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          const { violations } = await new AxeBuilder({ page }).analyze()
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          const here = `${path.replace(letter.path, '/answer/…')} ${width} ${colorScheme}`
          if (beyond > 0) wrong.push(`${here}: ${beyond} px beyond the side`)
          for (const { id: rule, nodes } of violations)
            wrong.push(...nodes.map(({ html }) => `${here}: ${rule} ${html.slice(0, 120)}`))
        }
    }
    expect(wrong).toEqual([])
  })
})
