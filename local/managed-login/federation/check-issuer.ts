import type { Parameters } from '../../authorization-server/parameters.ts'
import { FederationError } from './errors.ts'
import type { Provider } from './resolve-provider.ts'

/**
 * That an answer is from the provider that was asked: all of them answer at one address, and a code
 * must not be shown to another one (RFC 9207, section 2.4; RFC 9700, section 4.4).
 *
 * @throws FederationError
 */
export function checkIssuer({ issuer, namesIssuer }: Provider, answer: Parameters): void {
  const named = answer.get('iss')
  if (named === undefined ? namesIssuer : named !== issuer) {
    throw new FederationError('The answer is not from the identity provider that was asked')
  }
}
