import type { LocalConfigDocument } from '../../../local/served-template.ts'
import { expect, test } from '../support/test.ts'

const provider = 'https://provider.example/'

/**
 * Apple's real page posts from a site of its own, and a browser then leaves our cookies at home. The
 * local Apple is on this one, so that another site stands in for it.
 */
test('an answer that another site posts is finished in Chromium, without scripts', async ({
  baseURL,
  browser,
  request,
}) => {
  const answer = await request.get('/config.json')
  const { local, userPoolClientId } = (await answer.json()) as LocalConfigDocument
  const domainUrl = local?.domainUrl ?? ''
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: userPoolClientId,
    redirect_uri: `${baseURL ?? ''}/callback`,
    scope: 'openid',
    state: 'of-the-test',
    identity_provider: 'SignInWithApple',
  })
  await page.goto(`${domainUrl}/oauth2/authorize?${query.toString()}`)
  const state = new URL(page.url()).searchParams.get('state') ?? ''
  const body = `<form method="post" action="${domainUrl}/oauth2/idpresponse">
    <input type="hidden" name="state" value="${state}">
    <input type="hidden" name="error" value="user_cancelled_authorize">
    <button>Cancel</button></form>`
  await page.route(provider, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(provider)
  const posting = page.waitForRequest((sent) => sent.method() === 'POST')
  const returning = page.waitForRequest(/\/callback\?error=access_denied&state=of-the-test$/)

  await page.getByRole('button', { name: 'Cancel' }).click()

  expect((await (await posting).allHeaders()).cookie).toBeUndefined()
  await returning
  await context.close()
})
