import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { screen } from '@testing-library/react'
import { signIn } from 'aws-amplify/auth'
import * as auth from '../../../src/auth/auth-client.ts'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { setSessionClient } from '../../../src/auth/session/session.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import { parseConfig } from '../../../src/config/parse-config.ts'
import { ada } from '../../support/app/ada.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { openApp } from '../auth/open-app.tsx'
// Before any test: the first would wait for Amplify's components to be compiled.
import '../../../src/routes/account/account.tsx'

type Person = typeof ada

/** Ada, or somebody else, signed up, confirmed and signed in, at a page below `/account`. */
export async function openAccount(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
  path: string,
  heading: string,
  person: Person = ada,
) {
  await addPerson(standIn, cognito, person)
  await beSignedIn(standIn, person)
  return openAt(standIn, path, heading)
}

/** The page, for whoever is signed in. */
export async function openAt(
  standIn: TestStandIn,
  path: string,
  heading: string,
  options?: Parameters<typeof openApp>[2],
) {
  const page = await openApp(standIn, `/account${path}`, options)
  await screen.findByRole('heading', { name: heading, level: 1 })
  return page
}

export async function beSignedIn(standIn: TestStandIn, person: Person = ada): Promise<void> {
  await configureAuth(standIn)
  await auth.signOut()
  // By SRP, as the app does: of a device Amplify knows again only what such a sign-in has kept.
  await signIn({ username: person.email, password: person.password })
}

export async function configureAuth(standIn: TestStandIn): Promise<void> {
  const config = parseConfig(standIn.config)
  provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
  setSessionClient(config.userPoolClientId)
  await loadAuth()
}

/** What is said of one thing: its row or its place in a list. */
export function rowOf(heading: string | RegExp): HTMLElement {
  const found = screen
    .getByRole('heading', { name: heading })
    .closest('.account-row, .account-item')
  if (!(found instanceof HTMLElement)) throw new Error(`No row of ${String(heading)}`)
  return found
}
