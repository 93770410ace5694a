import * as client from 'openid-client'
import { test as base } from 'vitest'
import type { Service } from '../../../local/core/ports/service.ts'
import {
  createSocialProviders,
  type SocialProviders,
} from '../../../local/social-providers/service.ts'
import { listen } from '../node/listen.ts'
import { createPageVisitor, type PageVisitor } from '../managed-login/page-visitor.ts'
import { createTestRuntime, type TestRuntime } from '../core/test-runtime.ts'

export interface RunningSocialProviders {
  /** Of the Cognito port that they are on, without trailing slash. */
  url: string
  /** The one redirect URI that is registered. */
  redirectUri: string
  runtime: TestRuntime
  providers: SocialProviders
  /** What the template is given. */
  parameters: Record<string, string>
  close: () => Promise<void>
}

/** The local providers over a socket, without a user pool. */
async function startSocialProviders(
  runtime: TestRuntime = createTestRuntime(),
): Promise<RunningSocialProviders> {
  let service: Service = () => Promise.resolve(new Response(null, { status: 503 }))
  const { url, close } = await listen((request) => service(request))
  const providers = createSocialProviders({
    cognitoUrl: url,
    runtime,
    callbackUrls: () => ['https://app.example/callback'],
  })
  service = (request) => providers.fetch(request)
  const redirectUri = `${url}/oauth2/idpresponse`
  const parameters = await providers.parameters()
  return { url, redirectUri, runtime, providers, parameters, close }
}

interface Fixtures {
  social: RunningSocialProviders
  /** A browser without scripts. */
  visitor: PageVisitor
}

/** `test` with fresh local providers for each test that asks for them. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  social: async ({}, use) => {
    const social = await startSocialProviders()
    await use(social)
    await social.close()
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  visitor: async ({}, use) => {
    await use(createPageVisitor())
  },
})

/** A provider as `openid-client` has discovered it: every check of it is on. */
export function discoverProvider(
  { url }: RunningSocialProviders,
  slug: string,
  clientId: string,
  authentication: client.ClientAuth,
): Promise<client.Configuration> {
  return client.discovery(
    new URL(`${url}/social/${slug}`),
    clientId,
    undefined,
    authentication,
    // oxlint-disable-next-line typescript/no-deprecated -- marked to stand out: http, on loopback
    { execute: [client.allowInsecureRequests] },
  )
}

/** An authorization request's URL, for providers that are not discovered. */
export function authorizeUrl(
  { url, redirectUri }: RunningSocialProviders,
  slug: string,
  parameters: Readonly<Record<string, string>> = {},
): URL {
  const address = new URL(`${url}/social/${slug}/authorize`)
  const query = {
    client_id: `local-${slug}`,
    redirect_uri: redirectUri,
    response_type: 'code',
    state: 'state-of-the-pool',
    ...parameters,
  }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address
}

/** Somebody chooses an account on a provider's page. @returns the parameters of the answer. */
export async function answerAt(
  visitor: PageVisitor,
  url: URL,
  button = 'Continue as Ada Lovelace',
): Promise<URLSearchParams> {
  const page = await visitor.submit(await visitor.open(url), button)
  return page.url.searchParams
}

/** A token request by POST, as it is: no client library checks anything. */
export function redeem(
  { url, redirectUri }: RunningSocialProviders,
  slug: string,
  form: Readonly<Record<string, string>>,
): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: `local-${slug}`,
    redirect_uri: redirectUri,
    ...form,
  })
  return fetch(`${url}/social/${slug}/token`, { method: 'POST', body })
}
