import { useSyncExternalStore } from 'react'
import { readSession, subscribeSession } from './session.ts'
import type { SessionState } from './session.ts'

/** `unknown` only on the server and while hydrating, when the page must equal the built HTML. */
export function useSession(): SessionState | 'unknown' {
  return useSyncExternalStore<SessionState | 'unknown'>(
    subscribeSession,
    readSession,
    () => 'unknown',
  )
}
