/**
 * The local AWS's own API for test suites: clock, faults, inbox and requests. It imports nothing, so
 * that it can be copied beside the tests of another app. docs/local-api.md says what each call does.
 */
interface LocalAwsClient {
  clock: {
    read(): Promise<Clock>
    /** Ahead of where it is now. */
    advance(by: {
      days?: number
      hours?: number
      minutes?: number
      seconds?: number
    }): Promise<Clock>
    /** Ahead of (or behind) the clock of this machine. */
    set(offsetSeconds: number): Promise<Clock>
    /** To when the next code, session, token, credentials or temporary password is over. */
    toNextExpiry(): Promise<Clock>
  }
  faults: {
    add(fault: FaultRule | FaultPreset): Promise<readonly Fault[]>
    list(): Promise<readonly Fault[]>
    remove(id: string): Promise<void>
    clear(): Promise<void>
  }
  inbox: {
    /** Newest first; only those to one address or number where it is given. */
    list(to?: string): Promise<readonly Message[]>
    /** The newest to somebody, or the first that comes. @throws once nothing has come in time. */
    next(to: string, options?: { kind?: string; withinMs?: number }): Promise<Message>
  }
  requests: {
    /** Newest first. */
    list(filter?: {
      service?: string
      operation?: string
      limit?: number
    }): Promise<readonly LoggedRequest[]>
    clear(): Promise<void>
  }
  /** An operation of Cognito as the administrator, e.g. `AdminConfirmSignUp`. */
  call<Output = unknown>(operation: string, input: object): Promise<Output>
  /**
   * What IAM's policy simulator answers: may an identity, a role, or who has an access key do that, and
   * by which statement of the template?
   */
  simulatePrincipalPolicy(question: PermissionQuestion): Promise<PermissionAnswer>
  snapshots: {
    /** By name. */
    list(): Promise<readonly Snapshot[]>
    /** All data as it is now: people, sessions, messages, objects, ids and keys. */
    save(name: string): Promise<Snapshot>
    /** All of it as it was then. Requests under way end first, or are refused with 503. */
    restore(name: string): Promise<void>
    remove(name: string): Promise<void>
    /** As `npm run local -- --export` would write it. It holds keys and password verifiers. */
    exportFile(name: string): Promise<Uint8Array<ArrayBuffer>>
    importFile(name: string, file: Uint8Array<ArrayBuffer>): Promise<Snapshot>
  }
  /**
   * Forgets people, sessions, messages, objects, requests, faults and the offset.
   *
   * @param keepAs saves a snapshot of this name first; nothing is forgotten when that fails.
   */
  reset(keepAs?: string): Promise<void>
}

type PermissionQuestion = (
  | { identityId: string }
  | { roleArn: string }
  | { accessKeyId: string }
) & {
  action: string
  resource: string
  context?: Readonly<Record<string, string | readonly string[]>>
  /** In the place of those of the session. */
  principalTags?: Readonly<Record<string, string>>
}

interface PermissionAnswer {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny'
  principal: string
  isIssued: boolean
  principalTags: Readonly<Record<string, string | readonly string[]>>
  policy: 'identity' | 'resource' | 'session' | 'none'
  statement?: Readonly<Record<string, unknown>>
  place?: { file: string; path: string; line: number }
}

interface Snapshot {
  name: string
  savedAt: string
  sizeBytes: number
  people: number
  objects: number
}

interface Clock {
  offsetSeconds: number
  now: string
  reached?: { what: string; at: string }
}

export interface FaultRule {
  kind:
    | 'throttle'
    | 'error'
    | 'refusal'
    | 'expired'
    | 'slow'
    | 'cut-off'
    | 'no-cors'
    | 'skewed-clock'
  service?:
    | 'cognito-idp'
    | 'cognito-identity'
    | 'sts'
    | 'kms'
    | 's3'
    | 'managed-login'
    | 'social-providers'
  operation?: string
  share?: number
  times?: number
  error?: string
  message?: string
  delayMs?: number
  isAfter?: boolean
  skewSeconds?: number
}

interface FaultPreset {
  preset: string
  share?: number
  times?: number
}

interface Fault extends FaultRule {
  id: string
  hits: number
}

interface Message {
  id: string
  to: string
  channel: 'EMAIL' | 'SMS'
  kind: string
  code: string
  link?: string
  subject: string
  body: string
  sentAt: string
}

interface LoggedRequest {
  id: string
  at: string
  durationMs: number
  service: string
  operation: string
  status: number
  error?: string
  fault?: string
}

interface LocalAwsClientOptions {
  /** Where the Cognito port answers. */
  url?: string
  /** Of the ready line, or what LOCAL_AWS_ADMIN_TOKEN says. */
  adminToken: string
}

export function createLocalAwsClient(options: LocalAwsClientOptions): LocalAwsClient {
  const { url = 'http://localhost:9229', adminToken } = options

  async function ask(path: string, method = 'GET', body?: object, signal?: AbortSignal) {
    const file =
      body instanceof Uint8Array ? new Blob([body as Uint8Array<ArrayBuffer>]) : undefined
    const response = await fetch(`${url}/_local/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${adminToken}`,
        ...(body && { 'content-type': file ? 'application/gzip' : 'application/json' }),
      },
      ...(body && { body: file ?? JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    if (response.ok) return response
    throw new Error(`${method} /_local/${path}: ${response.status} ${await response.text()}`)
  }

  async function json<Value>(path: string, method?: string, body?: object): Promise<Value> {
    return (await (await ask(path, method, body)).json()) as Value
  }

  const setOffset = (offsetSeconds: number) => json<Clock>('clock', 'POST', { offsetSeconds })
  const listMessages = (to?: string) =>
    json<Message[]>(to === undefined ? 'messages' : `messages?to=${encodeURIComponent(to)}`)

  return {
    clock: {
      read: () => json('clock'),
      async advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
        const { offsetSeconds } = await json<Clock>('clock')
        return setOffset(offsetSeconds + ((days * 24 + hours) * 60 + minutes) * 60 + seconds)
      },
      set: setOffset,
      toNextExpiry: () => json('clock', 'POST', { to: 'next-expiry' }),
    },
    faults: {
      add: async (fault) => (await json<{ faults: Fault[] }>('faults', 'POST', fault)).faults,
      list: async () => (await json<{ faults: Fault[] }>('faults')).faults,
      remove: async (id) => void (await ask(`faults/${encodeURIComponent(id)}`, 'DELETE')),
      clear: async () => void (await ask('faults', 'DELETE')),
    },
    inbox: {
      list: listMessages,
      async next(to, { kind, withinMs = 30_000 } = {}) {
        const isMeant = (message: Message) =>
          message.to.toLowerCase() === to.toLowerCase() &&
          (kind === undefined || message.kind === kind)
        // Opened before the list is read, so that none falls between the two.
        const stream = await ask('events', 'GET', undefined, AbortSignal.timeout(withinMs))
        const events = messagesOf(stream)
        try {
          const there = (await listMessages(to)).find(isMeant)
          if (there) return there
          for await (const message of events) if (isMeant(message)) return message
          throw new Error(`The local AWS ended before a message to ${to} came.`)
        } finally {
          await events.return(undefined)
        }
      },
    },
    requests: {
      list: (filter = {}) => {
        const pairs = Object.entries(filter).map(([name, value]) => [name, String(value)])
        return json(`requests?${String(new URLSearchParams(pairs))}`)
      },
      clear: async () => void (await ask('requests', 'DELETE')),
    },
    call: (operation, input) => json(`calls/${operation}`, 'POST', input),
    simulatePrincipalPolicy: (question) => json('simulate-principal-policy', 'POST', question),
    snapshots: {
      list: () => json('snapshots'),
      save: (name) => json('snapshots', 'POST', { name }),
      restore: async (name) => void (await ask(`${snapshotPath(name)}/restore`, 'POST')),
      remove: async (name) => void (await ask(snapshotPath(name), 'DELETE')),
      exportFile: async (name) =>
        new Uint8Array(await (await ask(snapshotPath(name))).arrayBuffer()),
      importFile: (name, file) => json(snapshotPath(name), 'PUT', file),
    },
    reset: async (keepAs) => {
      await ask('reset', 'POST', keepAs === undefined ? undefined : { keepAs })
    },
  }
}

function snapshotPath(name: string): string {
  return `snapshots/${encodeURIComponent(name)}`
}

/** A browser's `EventSource` sends no token, so the stream is read by hand. */
async function* messagesOf(response: Response): AsyncGenerator<Message, undefined> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (let text = ''; ;) {
      const { done, value } = await reader.read()
      if (done) return undefined
      const blocks = (text + value).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^event: message$/m.test(block) && /^data: (.*)$/m.exec(block)?.[1]
        if (data) yield JSON.parse(data) as Message
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
