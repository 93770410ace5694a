/**
 * The way out: how a service calls another one over HTTP. Handed in, so that a test owns the network
 * and a call of the local AWS to itself needs no socket.
 *
 * @throws Error when there is no answer: no connection, or none in time.
 */
export type Fetch = (request: Request) => Promise<Response>
