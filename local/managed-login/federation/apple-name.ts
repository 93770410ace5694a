import type { Parameters } from '../../authorization-server/parameters.ts'
import type { JwtClaims } from '../../core/crypto/jwt.ts'
import type { Provider } from './resolve-provider.ts'

/**
 * The name that Apple tells once, at the first consent, in `user` beside the code. No signature covers
 * it, so nothing else of it is used.
 *
 * @see https://developer.apple.com/documentation/signinwithapple/configuring-your-webpage-for-sign-in-with-apple
 */
export function appleName({ config }: Provider, answer: Parameters): JwtClaims {
  if (config.type !== 'SignInWithApple') return {}
  const name = parse(answer.get('user'))
  const firstName = text(name.firstName)
  const lastName = text(name.lastName)
  const whole = [firstName, lastName].filter((part) => part !== undefined).join(' ')
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(whole !== '' && { name: whole }),
  }
}

function parse(json = ''): Readonly<Record<string, unknown>> {
  try {
    const { name } = JSON.parse(json) as { name?: unknown }
    return typeof name === 'object' && name !== null ? (name as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
