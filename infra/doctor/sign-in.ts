import { Amplify } from 'aws-amplify'
import * as amplify from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { ConsoleLogger } from 'aws-amplify/utils'
import { toResourcesConfig } from '../../src/config/amplify-config.ts'
import type { AppConfig } from '../../src/config/app-config.ts'
import type { DoctorSession } from '../../src/doctor/ports.ts'
import { createObjects } from './objects.ts'

export interface Person {
  email: string
  password: string
}

/** This module, once it is needed. */
export type LoadSignIn = () => Promise<{ signIn: typeof signIn; signOut: typeof signOut }>

/** The account asks for something that this command does not take, or has to be confirmed first. */
export class SignInStep extends Error {
  override readonly name = 'SignInStep'
  readonly step: string

  constructor(step: string) {
    super(`The sign-in goes on with ${step}`)
    this.step = step
  }
}

/**
 * Signs in as the app does: Amplify, by SRP. What is kept of it is in memory.
 *
 * @throws SignInStep, or an error that is named as Cognito or Amplify names it.
 */
export async function signIn(config: AppConfig, person: Person): Promise<DoctorSession> {
  // It warns of every endpoint that is not AWS's own.
  ConsoleLogger.LOG_LEVEL = 'ERROR'
  Amplify.configure(userPoolOf(config))
  cognitoUserPoolsTokenProvider.setKeyValueStorage(createMemoryStorage())
  const { nextStep } = await amplify.signIn({ username: person.email, password: person.password })
  if (nextStep.signInStep !== 'DONE') throw new SignInStep(nextStep.signInStep)
  const { tokens } = await amplify.fetchAuthSession()
  const idToken = tokens?.idToken?.toString() ?? ''
  return {
    idToken,
    accessToken: tokens?.accessToken.toString() ?? '',
    objects: (identityId) => createObjects(config, identityId, idToken),
  }
}

/** Revokes the refresh token, and with it what it has given. */
export async function signOut(): Promise<void> {
  await amplify.signOut()
}

/** The user pool alone: credentials are a check's to ask for, and a domain's session is none. */
function userPoolOf({ identityPoolId: _, domain: _domain, ...rest }: AppConfig) {
  return toResourcesConfig(rest, '')
}

function createMemoryStorage() {
  const items = new Map<string, string>()
  return {
    setItem: (key: string, value: string) => Promise.resolve(void items.set(key, value)),
    getItem: (key: string) => Promise.resolve(items.get(key) ?? null),
    removeItem: (key: string) => Promise.resolve(void items.delete(key)),
    clear: () => Promise.resolve(items.clear()),
  }
}
