import type { Service } from '../ports/service.ts'
import type { Store } from './store.ts'

/** What is acknowledged is durable. */
export function settling(service: Service, store: Store): Service {
  return async (request) => {
    const response = await service(request)
    await store.settled()
    return response
  }
}
