/** Sources and their runs at the desk: found in trouble, looked through, taken back; and who said what. No script needed. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { inStore, signIn } from './desk-matters.ts'
import { listingNamed, NAME, readThreeTimes, SOURCE, type Runs } from './sources-house.ts'

/** One run is taken back in the middle of the file: its tests follow one another. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.use({ javaScriptEnabled: false })

let runs: Runs
test.beforeAll(async () => {
  runs = await readThreeTimes()
})
const atDesk = (context: BrowserContext, baseURL: string | undefined) =>
  signIn(context, baseURL, [{ role: 'desk' }])

test('what is in trouble stands first, and says why and what to do', async ({ page, context, baseURL }) => {
  await atDesk(context, baseURL)
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Sources', exact: true }).click()
  const first = page.locator('.source-list > li').first()
  await expect(first.getByRole('heading')).toHaveText(NAME)
  await expect(first).toContainText('A run waits for your answer')
  await expect(first).toContainText('Stopped 2 days ago, to ask you. Nothing was changed.')
  await expect(first).toContainText('would go missing')
  await expect(first).toContainText('11 listings stand on it. None was confirmed lately.')
  await first.getByRole('link', { name: 'See the run' }).click()
  await expect(page).toHaveURL(new RegExp(`/desk/runs/${runs.third}$`))
  await expect(page.getByRole('heading', { name: 'Why it stopped' })).toBeVisible()
  // Nobody has arranged where it is read: the command is said instead of a button.
  await expect(page.locator('.typed')).toContainText(`--source ${SOURCE} --accept-loss`)
  await expect(page.getByRole('heading', { name: 'What it would have changed' })).toBeVisible()
})

test('a difference is looked through by kind: old, new, and who said the old', async ({
  page,
  context,
  baseURL,
}) => {
  await atDesk(context, baseURL)
  await page.goto(`/desk/sources/${SOURCE}`)
  await expect(page.locator('.beside')).toContainText('With thanks to Somebody.')
  await page.goto(`/desk/runs/${runs.second}`)
  await expect(page.locator('.lead')).toContainText('1 added, 1 changed, 1 missing and 1 conflict')
  await page.getByRole('link', { name: 'Changed 1' }).click()
  const line = page.locator('.did-lines > li')
  await expect(line).toHaveCount(1)
  await expect(line.locator('.was')).toContainText('0161 496 0310')
  await expect(line.locator('.was')).toContainText(NAME)
  await expect(line.locator('.will')).toContainText('0161 496 0410')
  await page.getByRole('link', { name: 'Conflicts 1' }).click()
  await expect(line.locator('.was')).toContainText('0161 496 0777')
  await expect(line.locator('.was')).toContainText('The group')
  await page.getByRole('link', { name: /^It waits for the desk/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quillmoor circle 11')
  await page.goto(`/desk/runs/${runs.second}?kind=problems`)
  await expect(page.locator('.problems')).toContainText('M33 2ABCD')
})

test('the desk sees who said each part of a listing, and what others say', async ({
  page,
  context,
  baseURL,
}) => {
  await atDesk(context, baseURL)
  const { id } = await listingNamed('Quillmoor circle 11')
  await page.goto(`/desk/listing/${id}`)
  const phone = page.locator('.who-said > div', { has: page.getByText('Telephone', { exact: true }) })
  await expect(phone).toContainText('0161 496 0777')
  await expect(phone).toContainText('The group,')
  await expect(phone.locator('.otherwise')).toContainText('0161 496 0411')
  await expect(phone.locator('.otherwise')).toContainText(NAME)
})

test('the public reads where a listing comes from, and its licence', async ({ page }) => {
  const { slug } = await listingNamed('Quillmoor circle 12')
  await page.goto(`/listing/${slug}`)
  const from = page.getByRole('region', { name: 'Where this comes from' })
  await expect(from).toContainText('With thanks to Somebody.')
  await expect(from.getByRole('link', { name: 'Creative Commons Attribution 4.0' })).toHaveAttribute(
    'href',
    'https://creativecommons.org/licenses/by/4.0/',
  )
  await page.goto('/about/quality')
  await expect(page.getByRole('row', { name: new RegExp(NAME) })).toContainText(
    'Not read as it should be. We are looking into it.',
  )
})

test('axe finds nothing, and nothing is too wide', async ({ context, baseURL }) => {
  test.setTimeout(400_000)
  await atDesk(context, baseURL)
  // axe looks with a script of its own.
  const browser = context.browser()
  const storageState = await context.storageState()
  const scripted = await browser?.newContext({ javaScriptEnabled: true, storageState })
  const page = await scripted?.newPage()
  if (page === undefined) throw new Error('There is no browser.')
  const { id } = await listingNamed('Quillmoor circle 11')
  const found: string[] = []
  for (const path of [
    '/desk/sources',
    `/desk/sources/${SOURCE}`,
    `/desk/runs/${runs.second}`,
    `/desk/runs/${runs.second}?kind=problems`,
    `/desk/runs/${runs.second}/undo`,
    `/desk/runs/${runs.third}`,
    `/desk/listing/${id}`,
    `/cy/desk/runs/${runs.second}`,
  ]) {
    await page.goto(`${baseURL}${path}`)
    found.push(...(await violations(page)).map((it) => `${path} ${it}`))
  }
  await scripted?.close()
  expect(found).toEqual([])
})

async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  // Colours are the same at every width: dark is looked at once.
  for (const [width, colorScheme] of [
    [320, 'light'],
    [375, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations: all } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of all)
      found.push(...nodes.map(({ html }) => `${width} ${colorScheme} ${id}: ${html}`))
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (wide > 0) found.push(`${width}: ${wide} px too wide`)
  }
  return found
}

test('a run is taken back; what people changed since stays, and is named', async ({
  page,
  context,
  baseURL,
}) => {
  const { person } = await atDesk(context, baseURL)
  await page.goto(`/desk/runs/${runs.second}`)
  await page.getByRole('link', { name: 'Take this run back' }).click()
  await expect(page.getByText('1 listing that only this run told of becomes a draft.')).toBeVisible()
  const stays = page.locator('#stays')
  await expect(stays).toContainText('People changed 1 listing since. Their words stay.')
  await expect(stays).toContainText('Quillmoor circle 10')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page).toHaveURL(new RegExp(`/desk/runs/${runs.second}$`))
  await expect(page.getByRole('status')).toContainText('This run was taken back.')
  await expect(stays).toContainText('Quillmoor circle 10')
  const { phone } = await listingNamed('Quillmoor circle 10')
  expect(phone?.number).toBe('0161 496 0778')
  const [line] = await inStore((store) => store.audit({ limit: 1 }))
  expect(line).toMatchObject({ person, role: 'desk', did: 'took-back-run', about: runs.second })
  // Sent a second time, as by a page that was still open.
  await page.goto(`/desk/runs/${runs.second}/undo`)
  await expect(page.getByText('This run cannot be taken back')).toBeVisible()
})
