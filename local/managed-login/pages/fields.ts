import { html, type Html } from '../../http/html.ts'
import type { PasswordPolicy, UserPoolConfig } from '../../user-pools/config.ts'
import { words } from '../wording/words.en.ts'
import type { Problem } from './layout.ts'

export interface Field {
  name: string
  label: string
  type: string
  autocomplete: string
  value?: string | undefined
  hint?: string | Html
  inputmode?: string
  maxlength?: number
}

/** An input with its label, its hint and its fault, tied together for whoever cannot see them. */
export function field(of: Field, problem?: Problem): Html {
  const { name, label, type, autocomplete, value, hint, inputmode, maxlength } = of
  const fault = problem?.field === name && problem.message
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint && html`<div class="soft" id="${name}-hint">${hint}</div>`}
    ${fault && html`<p class="fault" id="${name}-fault">${fault}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      required${
        inputmode && html` inputmode="${inputmode}"`
      }${maxlength && html` maxlength="${maxlength}"`}${
        described && html` aria-describedby="${described}"`
      }${fault && html` aria-invalid="true"`}
      ${isMachineRead(autocomplete) && html`autocapitalize="none" spellcheck="false"`}
    />
  </div>`
}

/** Not a name of somebody, which phones may begin with a capital. */
function isMachineRead(autocomplete: string): boolean {
  return !/name$/.test(autocomplete) || autocomplete === 'username'
}

/** What one signs in by, as the pool has it. */
export function usernameField(pool: UserPoolConfig, value: string | undefined): Field {
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

export function passwordField(): Field {
  const { password: label } = words
  return { name: 'password', label, type: 'password', autocomplete: 'current-password' }
}

export function newPasswordField(label: string, policy: PasswordPolicy): Field {
  const hint = passwordRules(policy)
  return { name: 'password', label, type: 'password', autocomplete: 'new-password', hint }
}

export function codeField(value?: string): Field {
  return {
    name: 'code',
    label: words.code,
    type: 'text',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    maxlength: 2048,
    hint: words.codeHint,
    value,
  }
}

function passwordRules(policy: PasswordPolicy): string {
  const { rules } = words
  const needs = [
    rules.length(policy.minimumLength),
    policy.requireLowercase && rules.lowercase,
    policy.requireUppercase && rules.uppercase,
    policy.requireNumbers && rules.numbers,
    policy.requireSymbols && rules.symbols,
  ].filter((rule) => rule !== false)
  return `${rules.intro} ${needs.join(', ')}.`
}
