import { expectProfile } from '../support/journeys.ts'
import { expect, test } from '../support/own-aws.ts'
import { goToProvider } from '../support/social.ts'

test('without scripts the buttons of the domain lead to a provider and back', async ({
  browser,
  aws: { url, config },
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.userPoolClientId,
    redirect_uri: `${baseURL ?? ''}/callback`,
    scope: 'openid email',
    state: 'of-the-test',
  })
  await page.goto(`${url}/oauth2/authorize?${query.toString()}`)
  await page.getByRole('link', { name: 'Continue with Google' }).click()
  await page.getByRole('button', { name: 'Continue as Ada Lovelace' }).click()

  await expect(page).toHaveURL(/\/callback\?code=[\w-]+&state=of-the-test$/)
  await context.close()
})

test('on a phone one signs in with a provider, too', async ({ page, aws: _ }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await goToProvider(page, 'Facebook')
  await page.getByRole('button', { name: 'Continue as Grace Hopper' }).click()

  await expectProfile(page)
})
