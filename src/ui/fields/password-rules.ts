import { accountWords } from '#words/account'

/** A user pool's password policy, as far as one can see whether a password meets it. */
export interface PasswordPolicy {
  minimumLength: number
  requireLowercase: boolean
  requireUppercase: boolean
  requireNumbers: boolean
  requireSymbols: boolean
}

export interface PasswordRule {
  text: string
  isMet: boolean
}

/**
 * Cognito's symbols; a space counts where it neither leads nor trails.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
const symbol = /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+=]|\S \S/

export function passwordRules(policy: PasswordPolicy, password: string): PasswordRule[] {
  const length = policy.minimumLength
  const rules = [
    {
      isAsked: length > 0,
      text: accountWords.rules.length(length),
      isMet: password.length >= length,
    },
    {
      isAsked: policy.requireLowercase,
      text: accountWords.rules.lowercase,
      isMet: /[a-z]/.test(password),
    },
    {
      isAsked: policy.requireUppercase,
      text: accountWords.rules.uppercase,
      isMet: /[A-Z]/.test(password),
    },
    {
      isAsked: policy.requireNumbers,
      text: accountWords.rules.number,
      isMet: /[0-9]/.test(password),
    },
    {
      isAsked: policy.requireSymbols,
      text: accountWords.rules.symbol,
      isMet: symbol.test(password),
    },
  ]
  return rules.filter(({ isAsked }) => isAsked).map(({ text, isMet }) => ({ text, isMet }))
}
