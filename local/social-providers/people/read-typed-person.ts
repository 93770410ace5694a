import type { Problem } from '../../authorization-server/field.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { TypedPerson } from './accounts.ts'
import type { Provider } from '../provider.ts'
import { words } from '../wording/words.en.ts'

const longestName = 200
// RFC 5321, section 4.5.3.1.3.
const longestEmail = 254

/** Who was typed in, or what is wrong with it. */
export function readTypedPerson(
  { asks, saysVerified }: Provider,
  form: Parameters,
): { person: TypedPerson } | { problem: Problem; values: Parameters } {
  const name = (form.get('name') ?? '').trim()
  const email = (form.get('email') ?? '').trim()
  const problem = findProblem(name, email, asks !== 'share-email')
  if (problem) return { problem, values: form }
  const emailVerified = email !== '' && (saysVerified !== true || form.has('email_verified'))
  return { person: { name, ...(email !== '' && { email }), emailVerified } }
}

function findProblem(name: string, email: string, needsEmail: boolean): Problem | undefined {
  const { missingName, missingEmail, unfitName, unfitEmail } = words.another
  if (name === '') return { message: missingName, field: 'name' }
  if (name.length > longestName || /\p{Cc}|\p{Surrogate}/u.test(name))
    return { message: unfitName, field: 'name' }
  if (email === '') return needsEmail ? { message: missingEmail, field: 'email' } : undefined
  const isAddress = /^[^\s@\p{Cc}\p{Surrogate}]+@[^\s@\p{Cc}\p{Surrogate}]+$/u.test(email)
  return isAddress && email.length <= longestEmail
    ? undefined
    : { message: unfitEmail, field: 'email' }
}
