import { expect, test as base, type Page } from '@playwright/test'
import { bundle, serve } from './support/web-aws/serve.ts'
import type { App } from './support/web-aws/page.ts'

type Served = Awaited<ReturnType<typeof serve>>

const test = base.extend<{ site: Served }, { bundles: Parameters<typeof serve>[0] }>({
  bundles: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const [page, worker] = await Promise.all([bundle('page'), bundle('service-worker')])
      await use({ page: page.code, 'service-worker': worker.code })
    },
    { scope: 'worker' },
  ],
  site: async ({ bundles }, use) => {
    const site = await serve(bundles)
    await use(site)
    site.close()
  },
})

const email = 'ada@example.com'
const password = 'Analytical-Engine-1843'

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.getByText('ready')).toBeVisible()
}

function appOf(page: Page) {
  return <Result>(work: (app: App) => Promise<Result>) =>
    page.evaluateHandle<App>('app').then((handle) => handle.evaluate(work))
}

test('the local AWS, bundled for a browser, has nothing of Node in it', async () => {
  const { imports, dynamicImports, fileName, code, moduleIds } = await bundle('service-worker')

  // What loads at need is in the one file: a service worker may not `import()`.
  expect([...imports, ...dynamicImports].filter((name) => name !== fileName)).toEqual([])
  expect(code).not.toMatch(/(?:await|return|=>)\s*import\(/)
  expect(code).not.toMatch(/["'`]node:|\b__require\(/)
  const ours = moduleIds.filter((id) => !id.includes('node_modules'))
  expect(ours.filter((id) => /\/local\/(node\/|listeners|local-aws|main)/.test(id))).toEqual([])
  expect(ours.length).toBeGreaterThan(300)
})

test('sign-up, SRP and S3 without any server, in a service worker', async ({ page, site }) => {
  await open(page, site.url)
  const app = appOf(page)
  await app((a) => a.signUp('ada@example.com', 'Analytical-Engine-1843'))
  await app(async (a) => a.confirm('ada@example.com', await a.code()))
  const wrong = app((a) => a.signIn('ada@example.com', 'Difference-Engine-1822'))
  await expect(wrong).rejects.toThrow('Incorrect username or password')

  const kept = await app(async (a) =>
    a.keep(await a.signIn('ada@example.com', 'Analytical-Engine-1843'), 'Notes on the engine'),
  )

  expect(kept).toBe('Notes on the engine')
  expect(site.asked.filter((path) => path.startsWith('/aws'))).toEqual([])
})

test('the redirect goes over the domain’s pages below a path, and its cookie spares the second', async ({
  page,
  site,
}) => {
  await open(page, site.url)
  const app = appOf(page)
  await page.goto(await app((a) => a.leave()))
  await expect(page).toHaveURL(new RegExp(`^${site.url}/aws/login\\?`))
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(new RegExp(`^${site.url}/aws/confirmUser\\?`))
  const inbox = await page.context().newPage()
  await open(inbox, site.url)
  await page.getByLabel('Code').fill(await appOf(inbox)((a) => a.code()))
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expect(page).toHaveURL(new RegExp(`^${site.url}/callback\\?code=`))
  await expect(page.getByText('ready')).toBeVisible()
  const idToken = await app((a) => a.comeBack())
  const [, payload = ''] = idToken!.split('.')
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ email })

  await page.goto(await app((a) => a.leave()))
  await expect(page).toHaveURL(new RegExp(`^${site.url}/callback\\?code=`))
  await expect(page.getByText('ready')).toBeVisible()
  expect(await app((a) => a.comeBack())).toEqual(expect.any(String))
  expect(await page.context().cookies()).toEqual([])
  expect(site.asked.filter((path) => path.startsWith('/aws'))).toEqual([])
})
