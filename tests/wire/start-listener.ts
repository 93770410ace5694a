import { once } from 'node:events'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Log } from '../../local/core/ports/log.ts'
import type { Service } from '../../local/core/ports/service.ts'
import { listen, type ListenOptions } from '../../local/listeners.ts'

export const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

export async function start(service: Service, options: Partial<ListenOptions> = {}) {
  const listener = await listen(service, { port: 0, log: silent, ...options })
  onTestFinished(() => listener.close())
  return listener
}

/** Sends bytes as they are and reads until the server closes. */
export async function exchange(port: number, bytes: string, host = '127.0.0.1'): Promise<string> {
  const socket = connect({ port, host })
  socket.setEncoding('latin1')
  let answer = ''
  socket.on('data', (chunk: string) => (answer += chunk))
  socket.write(bytes)
  await once(socket, 'close')
  return answer
}

export function withResolvers<Value>() {
  let resolve!: (value: Value) => void
  const promise = new Promise<Value>((settle) => (resolve = settle))
  return { promise, resolve }
}
