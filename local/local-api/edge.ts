import type { Service } from '../core/ports/service.ts'

/** A port's name: Cognito's also carries the domain, the providers and `/_local`. */
type Port = 'cognito' | 's3'

/**
 * Sees a request before its service does, and the answer before its client does. It passes on what
 * `next` answers, or answers itself. Whoever reads a request's body has to pass on another request
 * that carries it.
 */
export type Interceptor = (request: Request, next: Service, port: Port) => Promise<Response>

/** Where every request of both ports goes through, those that the local AWS makes to itself too. */
export interface Edge {
  /** `service` behind the edge. */
  guard(port: Port, service: Service): Service
  /** From now on; the first one is the outermost. @returns how to take it off. */
  intercept(interceptor: Interceptor): () => void
}

export function createEdge(): Edge {
  let interceptors: readonly Interceptor[] = []
  return {
    guard: (port, service) => (request) =>
      interceptors.reduceRight<Service>(
        (next, interceptor) => (passed) => interceptor(passed, next, port),
        service,
      )(request),
    intercept(interceptor) {
      interceptors = [...interceptors, interceptor]
      return () => {
        interceptors = interceptors.filter((other) => other !== interceptor)
      }
    },
  }
}
