import { createContext, use } from 'react'
import type { PasswordPolicy } from './password-rules.ts'

/** What pages need to know of the configuration; all absent until it has arrived. */
export interface Environment {
  passwordPolicy?: PasswordPolicy
  isLocal?: boolean
}

const EnvironmentContext = createContext<Environment>({})

export const EnvironmentProvider = EnvironmentContext

export function useEnvironment(): Environment {
  return use(EnvironmentContext)
}
