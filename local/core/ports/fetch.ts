/**
 * The way out: how a service calls another one over HTTP. Handed in, so that a test owns the network
 * and a call of the local AWS to itself needs no socket. Redirects are not followed.
 *
 * @throws NoAnswerError
 */
export type Fetch = (request: Request) => Promise<Response>

/** There is no answer: none in time, or no connection, or one that broke. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
  readonly fault: 'timed-out' | 'unreachable'

  constructor(fault: 'timed-out' | 'unreachable', options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}
