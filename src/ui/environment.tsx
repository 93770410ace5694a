import { createContext, use } from 'react'
import type { PasswordPolicy } from './fields/password-rules.ts'

/** What pages need to know of the configuration; all absent until it has arrived. */
export interface Environment {
  passwordPolicy?: PasswordPolicy
  isLocal?: boolean
  /** Where the local AWS shows what it has "sent"; with the token that opens it. */
  inboxUrl?: string
  /** Null where the user pool has no domain to sign in at. */
  signInRedirect?: SignInRedirect | null
  /** What the pool takes in place of the password. */
  passwordless?: readonly PasswordlessFactor[]
  /** Functions of `infra/triggers` that pages know of. */
  examples?: readonly string[]
}

/** By Cognito's names; the link is a custom challenge. */
type PasswordlessFactor = 'WEB_AUTHN' | 'EMAIL_OTP' | 'SMS_OTP' | 'MAGIC_LINK'

/** Signing in elsewhere, and coming back. */
export interface SignInRedirect {
  /** Social providers, in order, as Amplify names them. */
  providers: readonly string[]
  /** The app has no form of its own: passwords are typed at the domain alone. */
  isRedirectOnly?: boolean
}

const EnvironmentContext = createContext<Environment>({})

export const EnvironmentProvider = EnvironmentContext

export function useEnvironment(): Environment {
  return use(EnvironmentContext)
}
