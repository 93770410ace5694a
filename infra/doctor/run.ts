import type { Finding } from '../../src/doctor/finding.ts'
import { runChecks } from '../../src/doctor/run-checks.ts'
import { unusableFinding } from './configuration-finding.ts'
import type { Configuration } from './configuration.ts'
import { createSession } from './session.ts'
import type { Person } from './sign-in.ts'

export interface Run {
  findings: () => AsyncGenerator<Finding>
  isSignedIn: () => boolean
  end: () => Promise<void>
}

export interface RunInput {
  origin: string
  person: Person | undefined
  fetch: (url: string, init?: RequestInit) => Promise<Response>
  now: () => number
  /** From now on these are never written. */
  hide: (secrets: Iterable<string>) => void
}

export function createRun(configuration: Configuration, input: RunInput): Run {
  if (configuration.kind !== 'ready') {
    const finding = unusableFinding(configuration)
    return {
      async *findings() {
        yield await Promise.resolve(finding)
      },
      isSignedIn: () => false,
      end: () => Promise.resolve(),
    }
  }

  const { config } = configuration
  const { origin, person, fetch, now, hide } = input
  // The link to the local console carries the token of its API.
  if (config.local) hide([new URL(config.local.consoleUrl).hash.replace(/^#token=/, '')])
  const session = createSession(config, person, hide)
  const { isSignedIn, end } = session
  return {
    async *findings() {
      const ports = { config, origin, fetch, now, readsEveryAnswer: true, session: session.get }
      for await (const finding of runChecks(ports)) {
        yield finding.check === 'account' ? (session.refusal() ?? finding) : finding
      }
    },
    isSignedIn,
    end,
  }
}
