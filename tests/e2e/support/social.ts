import { expect, type Page } from '@playwright/test'

/** In the order in which the template lists them. */
export const socialProviders = ['Google', 'Facebook', 'Apple', 'Amazon', 'Company'] as const
export type SocialProvider = (typeof socialProviders)[number]

/** From the app's sign-in page to the provider's own. */
export async function goToProvider(page: Page, provider: SocialProvider): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Continue with ${provider}` }).click()
  await expectProviderPage(page, provider)
}

export async function expectProviderPage(page: Page, provider: SocialProvider): Promise<void> {
  await expect(page.getByText(`Local ${provider}: a stand-in on this machine.`)).toBeVisible()
}

/** Out of the app and of the domain, by way of it. The provider still knows who is at this browser. */
export async function signOutEverywhere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('main').getByText('You are signed out.')).toBeVisible()
  await expect(page).toHaveURL('/')
}

/** What Cognito knows of whoever is signed in, as any app may ask with the access token. */
export async function attributesOf(page: Page, cognitoUrl: string): Promise<Map<string, string>> {
  const accessToken = await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.endsWith('.accessToken'))
    return sessionStorage.getItem(key ?? '')
  })
  const response = await fetch(`${cognitoUrl}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser',
    },
    body: JSON.stringify({ AccessToken: accessToken }),
  })
  expect(response.status).toBe(200)
  const { UserAttributes } = (await response.json()) as {
    UserAttributes: { Name: string; Value: string }[]
  }
  return new Map(UserAttributes.map(({ Name, Value }) => [Name, Value]))
}
