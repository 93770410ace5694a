import { createContext, use } from 'react'

/** As the local AWS names what a code is for. */
export type CodeKind = 'SIGN_UP' | 'FORGOT_PASSWORD' | 'SIGN_IN' | 'ATTRIBUTE_VERIFICATION'

/** Where codes land that the local AWS "sends"; there is none in a production build. */
export interface Inbox {
  /** The newest that is good for one purpose; of a pool that confirms by link, the link. */
  findCode: (to: string, kind: CodeKind) => Promise<string | URL | undefined>
}

const InboxContext = createContext<Inbox | undefined>(undefined)

export const InboxProvider = InboxContext

export function useInbox(): Inbox | undefined {
  return use(InboxContext)
}
