import { serve } from '@hono/node-server'
import type { Service } from '../../local/core/service.ts'

export interface Listening {
  /** Without a trailing slash. */
  url: string
  close: () => Promise<void>
}

/** Serves `service` on a free port of the loopback interface, so that real clients can call it. */
export function listen(service: Service): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: service, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed()
            })
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
  })
}
