import { PageError } from '../errors.ts'

/**
 * HEAD asks what a GET would answer, and may change nothing (RFC 9110, section 9.2.1). Where the GET
 * signs somebody in or out, or uses up what is good once, there is no telling without doing it.
 *
 * @throws PageError method_not_allowed
 */
export function checkMayAct({ method }: Request): void {
  if (method === 'HEAD') throw new PageError('method_not_allowed')
}
