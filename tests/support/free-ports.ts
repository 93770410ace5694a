import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'

/** The first of two neighbouring ports that were free a moment ago, for a local AWS that needs to know. */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const first = await listen(0)
    const { port } = first.address() as AddressInfo
    const second = await listen(port + 1).catch(() => undefined)
    first.close()
    second?.close()
    await Promise.all([once(first, 'close'), second && once(second, 'close')])
    if (second) return port
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
