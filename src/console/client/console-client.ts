import type { KeptToken } from './kept-token.ts'
import { LockedError, RefusedError } from './refused.ts'
import { serverEvents, type ServerEvent } from './server-events.ts'

/** The local AWS's own API: docs/local-api.md. What it gives is of the shapes in the OpenAPI document. */
export interface ConsoleClient {
  /** @param path below `/_local/`. @throws LockedError, RefusedError */
  get<Answer>(path: string, signal?: AbortSignal): Promise<Answer>
  /** @returns undefined where there is nothing to say. */
  send<Answer>(method: 'POST' | 'DELETE', path: string, body?: object): Promise<Answer>
  /** An operation of Cognito as the administrator, e.g. `AdminGetUser`. */
  call<Answer>(operation: string, input: object, service?: 'cognito-identity'): Promise<Answer>
  /** What a path has, as it is. */
  download(path: string): Promise<Blob>
  upload<Answer>(path: string, file: Blob): Promise<Answer>
  /** From now on, until `signal` says so. */
  events(of: 'messages' | 'requests', signal: AbortSignal): Promise<AsyncGenerator<ServerEvent>>
  /** Keeps a token, whether it is good or not. */
  unlock(token: string): void
  /** Why nothing can be asked; undefined where it can, as far as is known. */
  lock: () => Lock | undefined
  subscribe: (changed: () => void) => () => void
}

/** Without a token, or with that of another run. */
export type Lock = 'no-token' | 'wrong-token'

/** @param base `/_local/`, wherever it stands. */
export function createConsoleClient(base: URL, token: KeptToken): ConsoleClient {
  const listeners = new Set<() => void>()
  let lock: Lock | undefined = token.read() === undefined ? 'no-token' : undefined

  function setLock(next: Lock | undefined) {
    lock = next
    for (const changed of [...listeners]) changed()
  }

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const sent = token.read()
    if (sent === undefined) throw new LockedError()
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${sent}`)
    const response = await fetch(new URL(path, base), { ...init, headers })
    if (response.status === 401) {
      // Meanwhile another may have been given.
      if (token.read() === sent) setLock('wrong-token')
      throw new LockedError()
    }
    if (!response.ok) throw await refused(response)
    return response
  }

  async function send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await ask(path, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const text = await response.text()
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }

  return {
    async get<Answer>(path: string, signal?: AbortSignal) {
      const response = await ask(path, signal && { signal })
      return (await response.json()) as Answer
    },
    send,
    call: (operation, input, service) =>
      send('POST', `calls/${operation}${service ? `?service=${service}` : ''}`, input),
    download: async (path) => (await ask(path)).blob(),
    upload: async <Answer>(path: string, file: Blob) =>
      (await (await ask(path, { method: 'PUT', body: file })).json()) as Answer,
    events: async (of, signal) => serverEvents(await ask(`events?of=${of}`, { signal })),
    unlock(given) {
      token.keep(given)
      setLock(undefined)
    },
    lock: () => lock,
    subscribe(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}

async function refused(response: Response): Promise<RefusedError> {
  const { status } = response
  const text = await response.text()
  try {
    const read = JSON.parse(text) as { message?: string; __type?: string }
    return new RefusedError(status, read.message ?? text, read.__type?.replace(/^.*#/, ''))
  } catch {
    return new RefusedError(status, text)
  }
}
