import type { Ask } from './ask.ts'

/** What the local AWS looked at before it did what it was asked, by the name that the wire has for it. */
export interface ServerCheck {
  name: string
  isPassed: boolean
  /** Where policies decided. */
  decision?: {
    action: string
    resource: string
    reason: 'explicit-deny' | 'no-match' | 'allowed'
    /** The one that decided, as its policy has it. */
    statement?: Readonly<Record<string, unknown>>
  }
}

/** A line of the local AWS's log. */
export interface ServerRequest {
  id: string
  /** ISO 8601, by the clock of this machine. */
  machineAt: string
  durationMs: number
  service: string
  /** `SignUp`, `PutObject`, or `GET /oauth2/authorize` where there is none. */
  operation: string
  status: number
  error?: string
  /** As the answer had it. */
  requestId?: string
  userAgent?: string
}

/** A request, opened; its secrets are masked. */
export interface OpenedRequest extends ServerRequest {
  checks: readonly ServerCheck[]
  request: { method: string; url: string; headers: Record<string, string>; body?: unknown }
  response: { headers: Record<string, string>; body?: unknown }
}

/** The log of the local AWS, which knows what no page can see. There is none of real AWS. */
export interface ServerLog {
  /** Newest first; empty where it cannot be had. */
  list: () => Promise<readonly ServerRequest[]>
  /** @returns undefined where it is forgotten. */
  open: (id: string) => Promise<OpenedRequest | undefined>
}

/** @see docs/local-api.md */
export function createServerLog(ask: Ask): ServerLog {
  return {
    list: async () => (await ask<ServerRequest[]>('requests')) ?? [],
    open: (id) => ask<OpenedRequest>(`requests/${encodeURIComponent(id)}`),
  }
}
