import { accountWords } from '#words/account'
import type { FormProblem } from './form-problems.ts'

/** Lenient: AWS decides what an address is, and this only catches a slip before it costs a request. */
const address = /^\S+@\S+\.\S+$/

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export function checkEmail(email: string): FormProblem[] {
  if (email === '') return [slip('email-missing', 'email')]
  return address.test(email) ? [] : [slip('email-malformed', 'email')]
}

export function checkPassword(password: string): FormProblem[] {
  return password === '' ? [slip('password-missing', 'password')] : []
}

/** No pool takes fewer, whatever its policy: Cognito answers them as a malformed request. */
const leastPasswordLength = 6

export function checkNewPassword(password: string): FormProblem[] {
  if (password.length >= leastPasswordLength) return []
  return password === '' ? checkPassword(password) : [slip('password-short', 'password')]
}

export function checkCode(code: string): FormProblem[] {
  return code === '' ? [slip('code-missing', 'code')] : []
}

/** What the form sees by itself, before anything is sent. */
function slip(
  key: Exclude<keyof typeof accountWords.slips, 'unreachable'>,
  field: string,
): FormProblem {
  return { key, field, ...accountWords.slips[key] }
}
