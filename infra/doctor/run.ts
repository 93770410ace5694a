import type { Finding } from '../../src/doctor/finding.ts'
import { runChecks } from '../../src/doctor/run-checks.ts'
import { unusableFinding } from './configuration-finding.ts'
import type { Configuration } from './configuration.ts'
import { createSession, type SessionInput } from './session.ts'

export interface Run {
  findings: () => AsyncGenerator<Finding>
  isSignedIn: () => boolean
  end: () => Promise<void>
}

export interface RunInput extends SessionInput {
  origin: string
  fetch: (url: string, init?: RequestInit) => Promise<Response>
  now: () => number
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
  const { origin, fetch, now, hide } = input
  // The link to the local console carries the token of its API.
  if (config.local) hide([new URL(config.local.consoleUrl).hash.replace(/^#token=/, '')])
  const session = createSession(config, input)
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
