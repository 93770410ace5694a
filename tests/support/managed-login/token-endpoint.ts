import { callbackUrl, discover, signInAt, startLogin } from './managed-login.ts'
import { createPageVisitor } from './page-visitor.ts'
import { addPerson } from '../user-pools/people-in-pool.ts'
import { test as base, type TestStandIn } from '../stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

export interface NewCode {
  code: string
  verifier: string
}

interface Fixtures {
  /** Ada, signed in at the domain: each call gets a code for her. */
  newCode: (parameters?: Readonly<Record<string, string>>) => Promise<NewCode>
}

export const test = base.extend<Fixtures>({
  newCode: async ({ standIn, cognito }, use) => {
    await addPerson(standIn, cognito, ada)
    const visitor = createPageVisitor()
    await use(async (parameters) => {
      const { url, checks } = await startLogin(await discover(standIn), standIn, parameters)
      const going = visitor.cookies.get('cognito')
        ? visitor.leave(visitor.open(url))
        : signInAt(visitor, url, ada)
      const callback = await going
      return {
        code: callback.searchParams.get('code') ?? '',
        verifier: String(checks.pkceCodeVerifier),
      }
    })
  },
})

export interface TokenAnswer {
  status: number
  body: Record<string, unknown>
  headers: Headers
}

/** @param form parameters that are undefined are left out. */
export async function postToken(
  standIn: TestStandIn,
  form: Readonly<Record<string, string | undefined>>,
  init: RequestInit = {},
): Promise<TokenAnswer> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) if (value !== undefined) body.set(name, value)
  const response = await fetch(`${standIn.url}/oauth2/token`, { method: 'POST', body, ...init })
  const json = (await response.json()) as Record<string, unknown>
  return { status: response.status, body: json, headers: response.headers }
}

/** The form that redeems a code. */
export function redemption(standIn: TestStandIn, { code, verifier }: NewCode) {
  return {
    grant_type: 'authorization_code',
    code,
    client_id: standIn.config.userPoolClientId,
    redirect_uri: callbackUrl(standIn),
    code_verifier: verifier,
  }
}
