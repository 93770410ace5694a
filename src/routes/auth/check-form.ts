import { formProblem } from '../../auth/auth-errors.ts'
import type { FormProblem } from '../../auth/auth-errors.ts'

/** Lenient: AWS decides what an address is, and this only catches a slip before it costs a request. */
const address = /^\S+@\S+\.\S+$/

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export function checkEmail(email: string): FormProblem[] {
  if (email === '') return [formProblem('email-missing', 'email')]
  return address.test(email) ? [] : [formProblem('email-malformed', 'email')]
}

export function checkPassword(password: string): FormProblem[] {
  return password === '' ? [formProblem('password-missing', 'password')] : []
}

export function checkCode(code: string): FormProblem[] {
  return code === '' ? [formProblem('code-missing', 'code')] : []
}
