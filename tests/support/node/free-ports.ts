import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * The first of so many neighbouring ports that are free now. They lie below those that a system gives
 * out by itself, so that nothing but another search takes one before it is listened on.
 */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 32_000)
    const ports = Array.from({ length: count }, (_, index) => first + index)
    const listening = await Promise.allSettled(ports.map(listen))
    const servers = listening.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    await Promise.all(servers.map(close))
    if (servers.length === count) return first
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}
