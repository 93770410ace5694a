import type { Field } from '../../authorization-server/field.ts'
import { html } from '../../http/html.ts'
import type { PasswordPolicy, UserPoolConfig } from '../../user-pools/config.ts'
import type { Words } from '../wording/catalogue.ts'

/** What one signs in by, as the pool has it. */
export function usernameField(pool: UserPoolConfig, words: Words, value?: string): Field {
  const [only, ...others] = pool.usernameAttributes
  const aliases = [...pool.aliasAttributes, ...pool.usernameAttributes]
  const base = { name: 'username', value, autocomplete: 'username' }
  if (only === 'email' && others.length === 0) return { ...base, label: words.email, type: 'email' }
  if (only === 'phone_number' && others.length === 0) {
    return { ...base, label: words.phoneNumber, type: 'tel' }
  }
  const labels = [
    only === undefined && words.username,
    aliases.includes('email') && words.email,
    aliases.includes('phone_number') && words.phoneNumber,
  ].filter((label) => label !== false)
  return { ...base, label: labels.join(' / '), type: 'text' }
}

export function passwordField({ password: label }: Words): Field {
  return { name: 'password', label, type: 'password', autocomplete: 'current-password' }
}

export function newPasswordField(label: string, policy: PasswordPolicy, words: Words): Field {
  const hint = passwordRules(policy, words)
  return { name: 'password', label, type: 'password', autocomplete: 'new-password', hint }
}

/** For who may do without. */
export function optionalPasswordField(policy: PasswordPolicy, words: Words): Field {
  const { hint, ...required } = newPasswordField(words.password, policy, words)
  return { ...required, hint: html`${hint} ${words.signUp.passwordOptional}`, isOptional: true }
}

export function codeField({ code: label, codeHint: hint }: Words): Field {
  return {
    name: 'code',
    label,
    type: 'text',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    maxlength: 2048,
    hint,
  }
}

/** Codes in mails have eight digits, all others six. */
export function mailedCodeField(words: Words): Field {
  const { hint: _, ...bare } = codeField(words)
  return bare
}

function passwordRules(policy: PasswordPolicy, { language, rules }: Words): string {
  const needs = [
    rules.length(new Intl.NumberFormat(language).format(policy.minimumLength)),
    policy.requireLowercase && rules.lowercase,
    policy.requireUppercase && rules.uppercase,
    policy.requireNumbers && rules.numbers,
    policy.requireSymbols && rules.symbols,
  ].filter((rule) => rule !== false)
  return rules.all(new Intl.ListFormat(language).format(needs))
}
