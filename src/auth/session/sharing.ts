import { setSessionClient } from './session.ts'
import type { SharedSession } from './shared-session.ts'

let sharing: Promise<SharedSession | undefined> = Promise.resolve(undefined)

/** From now on this tab has its session in common with the other ones of the same app client. */
export function startSharing(clientId: string): void {
  setSessionClient(clientId)
  // Not for the first paint. Where it does not load, the tab has its session to itself.
  sharing = import('./shared-session.ts').then(
    ({ shareSession }) => shareSession(clientId),
    () => undefined,
  )
}

/** Whoever has opened another tab is signed in there, if they are in this one's neighbour. */
export async function otherTabsAsked(): Promise<void> {
  await (
    await sharing
  )?.asked
}

export function tellOtherTabs(): void {
  void sharing.then((shared) => shared?.tell())
}
