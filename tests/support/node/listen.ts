import type { Service } from '../../../local/core/ports/service.ts'
import { listen as listenOnLoopback } from '../../../local/listeners.ts'
import { systemLog } from '../../../local/node/system-log.ts'

export interface Listening {
  /** Without a trailing slash. */
  url: string
  close: () => Promise<void>
}

/** Serves `service` on a free port of the loopback interface, so that real clients can call it. */
export async function listen(service: Service): Promise<Listening> {
  const listener = await listenOnLoopback(service, { port: 0, log: systemLog })
  return { url: `http://127.0.0.1:${listener.port}`, close: () => listener.close() }
}
